/** Every sentence that the Discord door says by itself. Plain English: the door does not know the board's language. */
export const words = {
  /** Stands below a card that was too long for Discord. */
  shortened: "There is more than fits here. The rest is left out.",
  /** The button below `bot.sorry.tooSlow` when a form came too late. */
  tryAgain: "Try again",
  /** What a form's note or menu says when it has nothing to choose from. */
  nothingToChoose: "There is nothing to choose from yet.",
  choose: "Choose …",
  pickers: { person: "Choose people", role: "Choose a role", channel: "Choose a channel" },

  door: {
    noToken:
      "Set DISCORD_TOKEN to your bot's token. Find it at https://discord.com/developers/applications, under Bot.",
    wrongToken:
      "Discord does not know this DISCORD_TOKEN. Press Reset Token under Bot at https://discord.com/developers/applications and put the new one in.",
    wrongIntents: "Discord refused what the bot asked to see. Update Sayso, then start it again.",
    revoked: "Discord no longer accepts DISCORD_TOKEN. Make a new token, set it, and start Sayso again.",
    away: "Discord cannot be reached. Sayso keeps trying. Check the network and https://discordstatus.com.",
    starting: "Sayso is connecting to Discord.",
    stopped: "Sayso was stopped.",
  },

  place: {
    notOnServer: "Sayso is not on this server. Invite it again with the link from the set-up guide.",
    gone: "This channel is not there any more. Run /setup and choose another.",
    viewChannel:
      "Sayso cannot see this channel. In Edit Channel → Permissions, add Sayso and allow View Channel.",
    sendMessages: "Sayso cannot write here. In Edit Channel → Permissions, allow Sayso to Send Messages.",
    attachFiles:
      "Sayso cannot add pictures here. In Edit Channel → Permissions, allow Sayso to Attach Files.",
    readHistory:
      "Sayso cannot reply here. In Edit Channel → Permissions, allow Sayso to Read Message History.",
  },
} as const;
