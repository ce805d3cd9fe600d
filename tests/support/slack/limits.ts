/** Slack's published lengths and counts that its types do not tell. Source: Block Kit reference, read November 2026. */

type Node = Record<string, unknown>;

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const textOf = (value: unknown): string => String((value as Node | undefined)?.text ?? "");

const most: Record<string, number> = {
  checkboxes: 10,
  radio_buttons: 10,
  overflow: 5,
  static_select: 100,
  multi_static_select: 100,
};

/** Every broken limit of these blocks, with where it is. */
export function brokenLimits(blocks: Node[], surface: "message" | "modal"): string[] {
  const broken: string[] = [];
  const say = (at: string, what: string): void => void broken.push(`[${at}] ${what}`);
  const text = (at: string, value: unknown, longest: number): void => {
    if (value === undefined) return;
    const length = textOf(value).length;
    if (length === 0) say(at, "must be more than 0 characters");
    if (length > longest) say(at, `must be at most ${longest} characters (${length})`);
  };

  const option = (at: string, it: Node): void => {
    text(`${at}/text`, it.text, 75);
    text(`${at}/description`, it.description, 75);
    const value = String(it.value ?? "");
    if (value.length === 0 || value.length > 75) say(`${at}/value`, "must be 1 to 75 characters");
  };

  const chosenAreOffered = (at: string, it: Node, options: Node[]): void => {
    const initial = [
      ...listOf(it.initial_options),
      ...(it.initial_option ? [it.initial_option as Node] : []),
    ];
    for (const chosen of initial) {
      if (!options.some((one) => JSON.stringify(one) === JSON.stringify(chosen)))
        say(at, "initial option is not offered");
    }
    if (Array.isArray(it.initial_options) && initial.length === 0) say(at, "initial_options is empty");
    const highest = Number(it.max_selected_items ?? Number.POSITIVE_INFINITY);
    if (initial.length > highest) say(at, "more initial options than max_selected_items");
    if (highest < 1) say(at, "max_selected_items is below 1");
  };

  const element = (at: string, it: Node): void => {
    if (String(it.action_id ?? "").length > 255) say(`${at}/action_id`, "must be at most 255 characters");
    if (it.type === "button") {
      text(`${at}/text`, it.text, 75);
      if (String(it.value ?? "").length > 2000) say(`${at}/value`, "must be at most 2000 characters");
      if (String(it.url ?? "").length > 3000) say(`${at}/url`, "must be at most 3000 characters");
      if (it.url !== undefined && !/^https?:\/\//.test(String(it.url)))
        say(`${at}/url`, "must be a web address");
    }
    text(`${at}/placeholder`, it.placeholder, 150);
    const allowed = most[String(it.type)];
    if (allowed !== undefined) {
      const options = listOf(it.options);
      if (options.length < 1 || options.length > allowed) say(`${at}/options`, `must hold 1 to ${allowed}`);
      options.forEach((one, number) => {
        option(`${at}/options/${number}`, one);
      });
      if (new Set(options.map((one) => one.value)).size !== options.length)
        say(`${at}/options`, "values are not unique");
      chosenAreOffered(at, it, options);
    }
    if (it.type === "plain_text_input") {
      const longest = Number(it.max_length ?? 3000);
      if (longest < 1 || longest > 3000) say(`${at}/max_length`, "must be 1 to 3000");
      if (String(it.initial_value ?? "").length > longest)
        say(`${at}/initial_value`, "is longer than max_length");
    }
  };

  const oneBlock = (block: Node, number: number): void => {
    const at = `/blocks/${number}`;
    if (String(block.block_id ?? "").length > 255) say(`${at}/block_id`, "must be at most 255 characters");
    switch (block.type) {
      case "section":
        if (block.text === undefined && block.fields === undefined) say(at, "needs text or fields");
        text(`${at}/text`, block.text, 3000);
        if (listOf(block.fields).length > 10) say(`${at}/fields`, "must hold at most 10");
        for (const field of listOf(block.fields)) text(`${at}/fields`, field, 2000);
        if (block.accessory) element(`${at}/accessory`, block.accessory as Node);
        break;
      case "header":
        text(`${at}/text`, block.text, 150);
        break;
      case "context":
        if (listOf(block.elements).length < 1 || listOf(block.elements).length > 10)
          say(at, "must hold 1 to 10 elements");
        for (const one of listOf(block.elements)) text(`${at}/elements`, one, 3000);
        break;
      case "actions": {
        const elements = listOf(block.elements);
        if (elements.length < 1 || elements.length > 25) say(at, "must hold 1 to 25 elements");
        elements.forEach((one, index) => {
          element(`${at}/elements/${index}`, one);
        });
        const ids = elements.map((one) => one.action_id);
        if (new Set(ids).size !== ids.length) say(at, "action_id is not unique in the block");
        break;
      }
      case "input":
        if (surface === "message") say(at, "an input block does not belong in our messages");
        text(`${at}/label`, block.label, 2000);
        text(`${at}/hint`, block.hint, 2000);
        element(`${at}/element`, block.element as Node);
        break;
      case "divider":
        break;
      default:
        say(at, `${String(block.type)} is not a block that we send`);
    }
  };

  const highest = surface === "message" ? 50 : 100;
  if (blocks.length < 1 || blocks.length > highest)
    say("/blocks", `must hold 1 to ${highest} (${blocks.length})`);
  blocks.forEach(oneBlock);
  const ids = blocks.map((block) => block.block_id).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length) say("/blocks", "block_id is not unique");
  if (JSON.stringify(blocks).length > 40_000) say("/blocks", "msg_blocks_too_long");
  return broken;
}
