/** What the simulated Lever keeps; the names are those of its API. */
export interface Stage {
	id: string;
	text: string;
}

export interface Posting {
	id: string;
	text: string;
	state: 'published' | 'internal' | 'closed' | 'draft' | 'pending' | 'rejected';
	tags: string[];
	owner: string;
	categories: {
		team: string;
		department: string;
		location: string;
		commitment: string;
		level?: string | null;
		allLocations?: string[] | undefined;
	};
	distributionChannels: string[] | null;
	hiringManager: string | null;
	createdAt: number;
	updatedAt: number;
}

export interface User {
	id: string;
	name: string;
	username: string;
	email: string;
	accessRole: string;
	createdAt: number;
	deactivatedAt: number | null;
}

export interface Note {
	id: string;
	value: string;
	secret: boolean;
	score: number | null;
	user: string | null;
	thread: string | null;
	/** Whether the API created it; it can't change others. */
	byApi: boolean;
	createdAt: number;
}

/** A field of a feedback template (docs/lever-api.md, Feedback). */
export interface TemplateField {
	id: string;
	type: 'score-system' | 'textarea' | 'text' | 'dropdown';
	text: string;
	description: string;
	required: boolean;
	prompt?: string;
	options?: { text: string }[];
}

export interface FeedbackTemplate {
	id: string;
	text: string;
	instructions: string;
	group: { id: string; name: string } | null;
	fields: TemplateField[];
	createdAt: number;
	updatedAt: number;
}

export interface Feedback {
	id: string;
	template: FeedbackTemplate;
	values: Record<string, string | null>;
	user: string;
	createdAt: number;
	completedAt: number;
	updatedAt: number | null;
	deletedAt: number | null;
}

export interface StoredFile {
	id: string;
	name: string;
	type: string;
	bytes: Buffer;
	uploadedAt: number;
	isResume: boolean;
}

export interface Application {
	id: string;
	posting: string;
	createdAt: number;
}

export interface Contact {
	id: string;
	name: string;
	headline: string;
	emails: string[];
	phones: { type: string | null; value: string }[];
	links: string[];
	location: string;
	isAnonymized: boolean;
}

export interface Opportunity {
	id: string;
	contact: string;
	stage: string;
	confidential: boolean;
	archived: { reason: string; archivedAt: number } | null;
	tags: string[];
	sources: string[];
	origin: string;
	owner: string | null;
	followers: string[];
	/** Set at creation if there is no posting. */
	location: string | null;
	application: Application | null;
	stageChanges: {
		toStageId: string;
		toStageIndex: number;
		updatedAt: number;
		userId: string | null;
	}[];
	notes: Note[];
	files: StoredFile[];
	feedback: Feedback[];
	createdAt: number;
	updatedAt: number;
}

export interface ArchiveReason {
	id: string;
	text: string;
	status: 'active' | 'inactive';
	type: 'hired' | 'non-hired';
}

export interface Webhook {
	id: string;
	event: string;
	url: string;
	origins: string[] | null;
	signatureToken: string;
	/** Whether it was created on Lever's webhooks page, so the API can't change it. */
	createdManually: boolean;
	createdAt: number;
}

/** An API key and its permissions. */
export interface ApiKey {
	key: string;
	name: string;
	permissions: string[] | 'all';
	confidential: boolean;
}
