import type { Locator, Page } from 'playwright-core';

import { OWNER } from '../host/N8nClient';

/** n8n's editor in the browser, as a person uses it. */
export class Editor {
	constructor(readonly page: Page) {}

	async logIn(): Promise<void> {
		await this.page.goto('/signin');
		await this.page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
		await this.page.locator('input[name="password"]').fill(OWNER.password);
		await this.page.getByRole('button', { name: 'Sign in' }).click();
		await this.page.waitForURL(/\/home/u);
	}

	/** The names in the list of workflows. */
	async workflowNames(): Promise<string[]> {
		await this.page.goto('/home/workflows');
		const names = this.byTestId('workflow-card-name');
		await names.first().waitFor();
		return await names.allInnerTexts();
	}

	/** From the next page on, n8n is drawn as on a system with this theme. */
	async useTheme(theme: 'light' | 'dark'): Promise<void> {
		await this.page.emulateMedia({ colorScheme: theme });
	}

	/** Opens a workflow by its id and waits until its nodes are drawn. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`/workflow/${id}`);
		await this.nodes().first().waitFor();
		await this.dismiss();
	}

	/** Opens an empty canvas. */
	async newWorkflow(): Promise<void> {
		await this.page.goto('/workflow/new');
		await this.byTestId('canvas-add-button').first().waitFor();
	}

	nodes(): Locator {
		return this.byTestId('canvas-node');
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** What the canvas says below the node's name. */
	subtitleOf(name: string): Locator {
		return this.node(name).locator('[class*="subtitle"]');
	}

	/** The file of the picture on the node. */
	async iconOf(name: string): Promise<string> {
		return (await this.node(name).locator('img').first().getAttribute('src')) ?? '';
	}

	/** Badges and borders that say that something about a node is wrong. */
	problemsOf(within: Locator): Locator {
		return within.locator(
			'[data-test-id="node-issues"], [data-test-id="node-setup-required"], [data-test-id="parameter-issues"]',
		);
	}

	/** Opens the panel of a node. */
	async openNode(name: string): Promise<Locator> {
		await this.node(name).dblclick({ force: true });
		const panel = this.byTestId('ndv');
		await panel.waitFor();
		await this.byTestId('node-parameters').first().waitFor();
		return panel;
	}

	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.byTestId('ndv').waitFor({ state: 'hidden' });
	}

	/** The field of the open panel with this parameter name. */
	field(name: string): Locator {
		return this.byTestId(`parameter-input-${name}`);
	}

	/** Chooses from a field with fixed options. */
	async choose(field: string, option: string): Promise<void> {
		await this.field(field).getByRole('combobox').click();
		await this.page.getByRole('option', { name: option, exact: true }).click();
	}

	async fill(field: string, text: string): Promise<void> {
		await this.field(field).locator('input').first().fill(text);
	}

	/** Searches the list of a field and picks what is found. Gives all that was found. */
	async pick(field: string, entry: string): Promise<string[]> {
		await this.locator(field).locator('input').last().click();
		const entries = this.byTestId('rlc-item').filter({ visible: true });
		const others = entries.filter({ hasNotText: entry });
		await others.first().waitFor();
		await this.byTestId('rlc-search').filter({ visible: true }).fill(entry);
		await others.first().waitFor({ state: 'hidden' });
		const wanted = entries.filter({ hasText: entry }).first();
		await wanted.waitFor();
		const found = await entries.allInnerTexts();
		await wanted.click();
		return found;
	}

	/** What is picked in a field with such a list. */
	async pickedIn(field: string): Promise<string> {
		return await this.locator(field).locator('input').last().inputValue();
	}

	/** Gives an id to a field that could be picked from a list. */
	async fillLocator(field: string, id: string): Promise<void> {
		await this.locator(field).locator('input').last().fill(id);
	}

	/** Runs the open node. */
	async runStep(): Promise<void> {
		await this.byTestId('node-execute-button').click();
	}

	/** Opens the dialog of a new credential. */
	async newCredential(type: string): Promise<Locator> {
		await this.page.goto('/home/credentials/create');
		const choice = this.page.getByRole('dialog');
		await choice.getByRole('combobox').fill(type);
		await this.page.getByText(type, { exact: true }).last().click();
		await choice.getByRole('button', { name: 'Continue' }).click();
		await this.field('apiKey').waitFor();
		return this.credentialDialog();
	}

	async nameCredential(name: string): Promise<void> {
		const title = this.byTestId('credential-name');
		await title.locator('[data-test-id="inline-edit-preview"]').click();
		await title.locator('input').fill(name);
		await title.locator('input').press('Enter');
	}

	/** The dialog of a credential without the page behind it. */
	credentialDialog(): Locator {
		return this.byTestId('editCredential-modal');
	}

	/** Saves the credential of the open dialog; n8n tests it at once. */
	async saveCredential(): Promise<void> {
		await this.byTestId('credential-save-button').click();
	}

	/** Tests the credential of the open dialog again. Gives n8n's verdict: OK or Error. */
	async testCredential(): Promise<string> {
		const answer = this.page.waitForResponse(/\/credentials\/test$/u);
		await this.credentialDialog().getByRole('button', { name: 'Retry' }).click();
		const { data } = (await (await answer).json()) as { data: { status: string } };
		return data.status;
	}

	/** All nodes and notes on the canvas, with the names below the nodes and the plus signs beside them. */
	drawings(): Locator {
		return this.nodes()
			.locator(':scope, [class*="label"], [class*="subtitle"]')
			.or(this.byTestId('canvas-handle-plus'))
			.or(this.byTestId('sticky'));
	}

	/** The canvas without the bars around it. */
	canvas(): Locator {
		return this.byTestId('canvas-wrapper');
	}

	private locator(field: string): Locator {
		return this.byTestId(`resource-locator-${field}`);
	}

	byTestId(id: string): Locator {
		return this.page.locator(`[data-test-id="${id}"]`);
	}

	/** Closes the advice that n8n shows over the canvas. */
	private async dismiss(): Promise<void> {
		const close = this.byTestId('suggested-actions-close').first();
		await close.click({ timeout: 5000 }).catch(() => undefined);
	}
}
