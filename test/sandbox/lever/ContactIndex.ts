import type { Contact } from './records';

/** The contacts of the account, by ID and by e-mail address. */
export class ContactIndex {
	private readonly byId = new Map<string, Contact>();
	private readonly byEmail = new Map<string, Contact>();

	add(contact: Contact): void {
		this.byId.set(contact.id, contact);
		this.indexEmails(contact);
	}

	get(id: string): Contact | undefined {
		return this.byId.get(id);
	}

	/** Finds the contact with one of the addresses; not case-sensitive. */
	findByEmail(emails: string[]): Contact | undefined {
		return emails
			.map((email) => this.byEmail.get(normalizeEmail(email)))
			.find((contact) => contact !== undefined);
	}

	/** Updates the details of a contact. */
	update(contact: Contact, details: Partial<Omit<Contact, 'id'>>): void {
		for (const email of contact.emails)
			if (this.byEmail.get(normalizeEmail(email)) === contact)
				this.byEmail.delete(normalizeEmail(email));
		Object.assign(contact, details);
		this.indexEmails(contact);
	}

	private indexEmails(contact: Contact): void {
		for (const email of contact.emails)
			if (!this.byEmail.has(normalizeEmail(email)))
				this.byEmail.set(normalizeEmail(email), contact);
	}
}

/** Normalizes an address for comparison. */
export function normalizeEmail(email: string): string {
	return email.trim().toLowerCase();
}
