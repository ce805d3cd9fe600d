/** Pure: what is read off a list of times. */

/** The time (ms) that this share of the presses did not exceed. `share` 0.5 is the median. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below = Number.NaN, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (times: readonly number[]): number => quantile(times, 0.5);

/** One row of the table: a door and a database, with the times of each round in milliseconds. */
export type Measured = { door: string; database: string; bare: number[][]; product: number[][] };

/** The product's median over the bare handler's, round by round; the median of those. Slow spells of the machine cancel. */
export const ratioOf = ({ bare, product }: Measured): number =>
  median(product.map((times, round) => median(times) / median(bare[round] ?? [])));

/** Every row as text, in columns. */
export function table(rows: readonly Measured[]): string {
  const head = [
    "door",
    "database",
    "bare ½",
    "bare 99%",
    "Sayso ½",
    "Sayso 99%",
    "ratio ½",
    "lowest–highest",
  ];
  const lines = rows.map((row) => {
    const [bare, product] = [row.bare.flat(), row.product.flat()];
    const ratios = row.product.map((times, round) => median(times) / median(row.bare[round] ?? []));
    return [
      row.door,
      row.database,
      `${median(bare).toFixed(2)} ms`,
      `${quantile(bare, 0.99).toFixed(2)} ms`,
      `${median(product).toFixed(2)} ms`,
      `${quantile(product, 0.99).toFixed(2)} ms`,
      `${ratioOf(row).toFixed(2)} ×`,
      `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
    ];
  });
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)),
  );
  const write = (line: string[]) =>
    line
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  return [write(head), widths.map((width) => "─".repeat(width)).join("  "), ...lines.map(write)].join("\n");
}
