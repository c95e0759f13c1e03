import type { Locator, Page } from 'playwright-core';

import { OWNER } from '../host/N8nClient';

/** n8n's editor in the browser. */
export class Editor {
	constructor(readonly page: Page) {}

	async logIn(): Promise<void> {
		await this.page.goto('/signin');
		await this.page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
		await this.page.locator('input[name="password"]').fill(OWNER.password);
		await this.page.getByRole('button', { name: 'Sign in' }).click();
		await this.page.waitForURL(/\/home/u);
	}

	/** Returns the names in the list of workflows. */
	async getWorkflowNames(): Promise<string[]> {
		await this.page.goto('/home/workflows');
		const names = this.byTestId('workflow-card-name');
		await names.first().waitFor();
		return await names.allInnerTexts();
	}

	/** Emulates a system with this theme, starting with the next page. */
	async useTheme(theme: 'light' | 'dark'): Promise<void> {
		await this.page.emulateMedia({ colorScheme: theme });
	}

	/** Opens a workflow and waits until its nodes are visible. */
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

	/** The text below a node's name. */
	getSubtitle(name: string): Locator {
		return this.node(name).locator('[class*="subtitle"]');
	}

	/** The file of a node's icon. */
	async getIcon(name: string): Promise<string> {
		return (await this.node(name).locator('img').first().getAttribute('src')) ?? '';
	}

	/** The warnings on nodes and fields. */
	getProblems(within: Locator): Locator {
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

	/** Chooses an option of a field. */
	async choose(field: string, option: string): Promise<void> {
		await this.field(field).getByRole('combobox').click();
		await this.page.getByRole('option', { name: option, exact: true }).click();
	}

	async fill(field: string, text: string): Promise<void> {
		await this.field(field).locator('input').first().fill(text);
	}

	/** Searches the list of a field and picks an entry. Returns all entries found. */
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

	/** Returns the entry picked in such a list. */
	async getPicked(field: string): Promise<string> {
		return await this.locator(field).locator('input').last().inputValue();
	}

	/** Enters an ID in a field with a list. */
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

	/** The dialog of a credential. */
	credentialDialog(): Locator {
		return this.byTestId('editCredential-modal');
	}

	/** Saves the credential, which n8n tests immediately. */
	async saveCredential(): Promise<void> {
		await this.byTestId('credential-save-button').click();
	}

	/** Tests the credential again. Returns n8n's result: OK or Error. */
	async testCredential(): Promise<string> {
		const answer = this.page.waitForResponse(/\/credentials\/test$/u);
		await this.credentialDialog().getByRole('button', { name: 'Retry' }).click();
		const { data } = (await (await answer).json()) as { data: { status: string } };
		return data.status;
	}

	/** All nodes and sticky notes, with their labels and plus signs. */
	drawings(): Locator {
		return this.nodes()
			.locator(':scope, [class*="label"], [class*="subtitle"]')
			.or(this.byTestId('canvas-handle-plus'))
			.or(this.byTestId('sticky'));
	}

	/** The canvas. */
	canvas(): Locator {
		return this.byTestId('canvas-wrapper');
	}

	private locator(field: string): Locator {
		return this.byTestId(`resource-locator-${field}`);
	}

	byTestId(id: string): Locator {
		return this.page.locator(`[data-test-id="${id}"]`);
	}

	/** Closes n8n's suggestions over the canvas. */
	private async dismiss(): Promise<void> {
		const close = this.byTestId('suggested-actions-close').first();
		await close.click({ timeout: 5000 }).catch(() => undefined);
	}
}

/** The size of the window. */
export const WINDOW = { width: 1440, height: 900 };
/** A window in which the sticky notes of a workflow are readable. */
export const WIDE = { width: 1920, height: 1200 };
