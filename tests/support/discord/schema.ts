/** Holds each request body against Discord's published OpenAPI document (openapi.json says which commit). */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import openapi from "./openapi.json" with { type: "json" };

type Schema = Record<string, unknown>;
const document = openapi as unknown as {
  operations: Record<Operation, Schema>;
  $defs: Record<string, { properties?: Record<string, Schema> }>;
};

export type Operation =
  | "createMessage"
  | "editMessage"
  | "interactionCallback"
  | "followUp"
  | "editFollowUp"
  | "putCommands"
  | "createDirectChannel";

// Discord takes the permissions as a string, too (its reference says so); the published document does not know it.
const permissions = document.$defs.ApplicationCommandUpdateRequest?.properties;
if (permissions) permissions.default_member_permissions = { type: ["string", "integer", "null"] };

const ajv = new Ajv2020({ strict: false, allErrors: false });
const made = new Map<Operation, ValidateFunction>();

/** What is wrong with a body, or nothing. */
export function againstSchema(operation: Operation, body: unknown): string[] {
  const check =
    made.get(operation) ?? ajv.compile({ ...document.operations[operation], $defs: document.$defs });
  made.set(operation, check);
  if (check(body)) return [];
  return (check.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message ?? "is wrong"}`);
}
