export type { CredentialStore } from './credentials';
export type { HarnessOptions, WorkflowJson } from './engine';
export { runWorkflow, type RunResult } from './run';
export { activate, callWebhook, deactivate, type WebhookCall, type WebhookResult } from './webhook';
