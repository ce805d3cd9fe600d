/** Every sentence that this door says by itself. */
export const words = {
  send: "Send",
  cancel: "Cancel",
  choose: "Choose …",
  /** Stands where a card would have no word at all. */
  done: "Done.",
  more: "…",
  pictureOf: (alt: string): string => `Picture: ${alt}`,
  fileNotHere: (name: string, what: string): string => `File: ${name}. ${what}. Ask staff for a copy.`,

  /** For `checkPlace`: what is missing and how to mend it. */
  inviteMe: "Sayso is not in this channel. Write /invite @Sayso there.",
  cannotSee:
    "Sayso cannot see this channel. Is it private? Write /invite @Sayso there. If it is gone, choose another.",
  archived: "This channel is archived. Bring it back, or choose another.",
  readOnly: "Only some people may post in this channel. Let Sayso post there, in the channel's settings.",
  scopeMissing: (scope: string): string =>
    `Sayso lacks the permission ${scope}. Open api.slack.com/apps, choose Sayso, add it under “OAuth & Permissions”, and install again.`,

  /** For the host, when the door cannot open. */
  botTokenShape:
    "SLACK_BOT_TOKEN must begin with xoxb-. Copy it from api.slack.com/apps, your app, “OAuth & Permissions”.",
  appTokenShape:
    "SLACK_APP_TOKEN must begin with xapp-. Make it at api.slack.com/apps, your app, “Basic Information”, “App-Level Tokens”.",
  botTokenRefused: (code: string): string =>
    `Slack refuses SLACK_BOT_TOKEN (${code}). Install the app again at api.slack.com/apps and copy the new xoxb- token.`,
  appTokenRefused: (code: string): string =>
    `Slack refuses SLACK_APP_TOKEN (${code}). Make a new xapp- token with connections:write, and switch Socket Mode on.`,
  unreachable:
    "Slack cannot be reached now. Sayso keeps trying. Check the host's connection and SLACK_API_URL.",
  uninstalled:
    "Sayso was removed from the Slack workspace. Install it again at api.slack.com/apps and restart Sayso.",
} as const;
