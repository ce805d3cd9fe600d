/** How people call the platforms. */
export const platformNames: Record<string, string> = {
  discord: "Discord",
  slack: "Slack",
  web: "the try-out",
};
