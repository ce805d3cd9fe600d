/** One sentence on what did not work, and the way back. */
import { say } from "./words.ts";

export const TroublePage = ({ sentence }: { sentence: string }) => (
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${say.trouble.title()} · ${say.name()}`}</title>
      <link rel="stylesheet" href="/try-out.css" />
    </head>
    <body class="trouble">
      <main>
        <h1>{say.trouble.title()}</h1>
        <p id="trouble">{sentence}</p>
        <p>
          <a href="/">{say.trouble.back()}</a>
        </p>
      </main>
    </body>
  </html>
);
