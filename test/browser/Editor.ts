import type { Locator, Page } from 'playwright-core';

import { OWNER } from '../host/N8nClient';

/** The node panel searches a moment after the last key. */
const SEARCHED_WITHIN = 700;

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

	/** Badges and borders that say that something about a node is wrong. */
	problemsOf(within: Locator): Locator {
		return within.locator('[data-test-id="node-issues"], [data-test-id="node-setup-required"], [data-test-id="parameter-issues"]');
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

	/** Picks from a field with a list that is searched in the service. */
	async pick(field: string, entry: string): Promise<void> {
		await this.locator(field).locator('input').last().click();
		await this.byTestId('rlc-item').filter({ hasText: entry, visible: true }).first().click();
	}

	/** What is picked in a field with such a list. */
	async pickedIn(field: string): Promise<string> {
		return await this.locator(field).locator('input').last().inputValue();
	}

	/** Gives an id to a field that could be picked from a list. */
	async fillLocator(field: string, id: string): Promise<void> {
		await this.locator(field).locator('input').last().fill(id);
	}

	async openNodePanel(): Promise<void> {
		await this.byTestId('canvas-add-button').or(this.byTestId('node-creator-plus-button')).first().click();
		await this.byTestId('node-creator').waitFor();
	}

	/** What the node panel finds for a search, by name. */
	async searchNodes(text: string): Promise<string[]> {
		const search = this.byTestId('node-creator-search-bar');
		await search.fill(text);
		const items = this.byTestId('node-creator-item-name');
		await items.first().waitFor();
		await this.page.waitForTimeout(SEARCHED_WITHIN);
		return await items.allInnerTexts();
	}

	/** Puts a node on the canvas from the search of the node panel, with one of its actions. */
	async addAction(node: string, action: string): Promise<void> {
		await this.byTestId('node-creator-item-name').filter({ hasText: new RegExp(`^${node}$`, 'u') }).first().click();
		await this.byTestId('node-creator-category-item').filter({ hasText: 'Actions' }).click();
		await this.byTestId('node-creator-item-name').filter({ hasText: action }).first().click();
		await this.byTestId('ndv').waitFor();
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
		return this.page.getByRole('dialog');
	}

	/** Saves the credential of the open dialog; n8n tests it at once. */
	async saveCredential(): Promise<void> {
		await this.byTestId('credential-save-button').click();
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
