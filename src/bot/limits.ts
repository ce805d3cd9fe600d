/**
 * The narrower of Discord and Slack, so that whatever the heart draws fits both.
 * Sources: Discord developer documentation (message components, modals), Slack Block Kit reference, read November 2026.
 */
export const limits = {
  /** Discord `custom_id`: 100 characters. Slack `action_id`: 255, `value`: 2,000. */
  address: 100,
  /** Slack button text: 75. Discord: 80. */
  buttonLabel: 75,
  /** Discord: 5 buttons in a row. Slack actions block: 25. */
  buttonsInARow: 5,
  /** Discord string select: 25 options. Slack static select: 100. */
  menuChoices: 25,
  /** Slack option text: 75. Discord: 100. */
  choiceLabel: 75,
  /** Radio buttons and checkboxes: 10 on both. */
  radioChoices: 10,
  /** Discord modal: 5 components. */
  formFields: 5,
  /** Slack modal title: 24. Discord: 45. */
  formTitle: 24,
  /** Discord modal label: 45. Slack input label: 2,000. */
  fieldLabel: 45,
  /** Discord label description: 100. Slack hint: 2,000. */
  fieldHint: 100,
  /** Slack section text: 3,000. Discord: 4,000 over all text of a message in components V2. */
  text: 3000,
  /** Discord components V2: 4,000 characters of text in one message. */
  allText: 4000,
  /** Discord components V2: 40 components in one message, nested ones counted. Slack: 50 blocks. */
  parts: 40,
  /** Slack modal text input: 3,000. Discord: 4,000. */
  longField: 3000,
} as const;
