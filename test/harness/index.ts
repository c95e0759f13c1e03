export type { CredentialStore } from './credentials';
export type { HarnessOptions, WorkflowJson } from './engine';
export { errorItem } from './errorWorkflow';
export type { Failure, RunResult } from './execution';
export { runWorkflow } from './run';
export { activate, callWebhook, deactivate, type WebhookCall, type WebhookResult } from './webhook';
