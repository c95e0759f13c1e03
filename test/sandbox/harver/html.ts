/** HTML that is safe to insert. */
export class Html {
	constructor(readonly text: string) {}
}

/** Template tag that escapes its values, except for `Html`. */
export function html(
	parts: TemplateStringsArray,
	...values: (string | number | Html | null)[]
): Html {
	return new Html(
		parts.reduce((text, part, index) => `${text}${escape(values[index - 1] ?? null)}${part}`),
	);
}

/** Renders a complete page of Harver. */
export function renderPage(title: string, body: Html): string {
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>${title} · Harver sandbox</title>
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				<link rel="stylesheet" href="/harver.css" />
			</head>
			<body>
				<header>Harver <span>sandbox</span></header>
				<main>
					<h1>${title}</h1>
					${body}
				</main>
			</body>
		</html>`.text;
}

function escape(value: string | number | Html | null): string {
	if (value instanceof Html) return value.text;
	return (value ?? '')
		.toString()
		.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0).toString()};`);
}
