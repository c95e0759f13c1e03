/**
 * What docs/operating.md says to set where bursts occur: n8n makes an isolate for the expressions of each webhook and each
 * execution, a tenth of a second of CPU time each; its older engine makes none.
 */
export const FOR_BURSTS = { N8N_EXPRESSION_ENGINE: 'legacy' };
