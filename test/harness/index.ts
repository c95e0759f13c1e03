export { activate, deactivate } from './activation';
export type { CredentialStore } from './credentials';
export type { HarnessOptions, WorkflowJson } from './engine';
export { buildErrorItem } from './errorWorkflow';
export type { Failure, RunResult } from './execution';
export { readFile } from './files';
export { runWorkflow } from './run';
export { callWebhook, type WebhookCall, type WebhookResult } from './webhook';
