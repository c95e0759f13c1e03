import type { Contact } from './records';

/** The people of the account, found by id and by e-mail address. */
export class Contacts {
	private readonly byId = new Map<string, Contact>();
	private readonly byEmail = new Map<string, Contact>();

	add(contact: Contact): void {
		this.byId.set(contact.id, contact);
		this.index(contact);
	}

	get(id: string): Contact | undefined {
		return this.byId.get(id);
	}

	/** Who has one of the addresses; capitals do not matter. */
	withEmail(emails: string[]): Contact | undefined {
		return emails
			.map((email) => this.byEmail.get(canonical(email)))
			.find((contact) => contact !== undefined);
	}

	/** Changes the details of somebody. */
	change(contact: Contact, details: Partial<Omit<Contact, 'id'>>): void {
		for (const email of contact.emails)
			if (this.byEmail.get(canonical(email)) === contact) this.byEmail.delete(canonical(email));
		Object.assign(contact, details);
		this.index(contact);
	}

	private index(contact: Contact): void {
		for (const email of contact.emails)
			if (!this.byEmail.has(canonical(email))) this.byEmail.set(canonical(email), contact);
	}
}

/** An address as it is compared. */
export function canonical(email: string): string {
	return email.trim().toLowerCase();
}
