import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { ICredentialsHelper, NodeHelpers } from 'n8n-workflow';

import { loadCredentialType } from './nodeTypes';

const CREDENTIALS_NODE: INode = {
	id: 'credentials',
	name: 'Credentials',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Credentials by type, as a user types them; the tokens that n8n adds are stored here too. */
export type CredentialStore = Record<string, ICredentialDataDecryptedObject>;

/** Gives nodes their credentials and authenticates requests by the same rules as n8n. */
export class HarnessCredentials extends ICredentialsHelper {
	constructor(
		private readonly store: CredentialStore,
		private readonly extraTypes: Record<string, ICredentialType> = {},
		private readonly workflow: () => Workflow,
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		const parents = this.type(name).extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(typeName);
		const options = requestOptions as IHttpRequestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (authenticate === undefined) return options;
		const resolve = (value: unknown): string =>
			String(
				(workflow ?? this.workflow()).expression.getSimpleParameterValue(
					node ?? CREDENTIALS_NODE,
					value as string,
					'internal',
					{ $credentials: credentials },
					undefined,
					'',
				) ?? '',
			);
		const added = Object.entries(authenticate.properties).map(([part, values]) => [
			part,
			{
				...(options as unknown as Record<string, object | undefined>)[part],
				...Object.fromEntries(
					Object.entries(values as Record<string, unknown>).map(([key, value]) => [
						resolve(key),
						resolve(value),
					]),
				),
			},
		]);
		return { ...options, ...(Object.fromEntries(added) as Partial<IHttpRequestOptions>) };
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { properties, preAuthentication } = this.type(typeName);
		const expirable = properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		);
		if (!expirable || !preAuthentication) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const output = (await preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (output[expirable.name] === undefined) return undefined;
		this.store[typeName] = { ...this.store[typeName], ...output };
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		return await this.preAuthentication(helpers, credentials, typeName, CREDENTIALS_NODE, true);
	}

	async getCredentials(nodeCredentials: INodeCredentialsDetails): Promise<ICredentials> {
		return await Promise.reject(
			new Error(`The harness has no encrypted credentials ("${nodeCredentials.name}").`),
		);
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
	): Promise<ICredentialDataDecryptedObject> {
		const given = this.store[type];
		if (!given) throw new Error(`The harness was given no credentials of the type "${type}".`);
		const defaults =
			NodeHelpers.getNodeParameters(
				this.getCredentialsProperties(type),
				given as INodeParameters,
				true,
				false,
				null,
				null,
			) ?? {};
		const all = { ...defaults, ...given } as INodeParameters;
		const resolved = this.workflow().expression.getComplexParameterValue(
			CREDENTIALS_NODE,
			all,
			mode,
			{},
			undefined,
			undefined,
			all,
		);
		return await Promise.resolve(resolved as ICredentialDataDecryptedObject);
	}

	async updateCredentials(
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store[type] = data;
		await Promise.resolve();
	}

	async updateCredentialsOauthTokenData(
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store[type] = { ...this.store[type], oauthTokenData: data.oauthTokenData ?? {} };
		await Promise.resolve();
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { properties, extends: parents } = this.type(type);
		const inherited: INodeProperties[] = [];
		for (const parent of parents ?? [])
			NodeHelpers.mergeNodeProperties(inherited, this.getCredentialsProperties(parent));
		NodeHelpers.mergeNodeProperties(inherited, properties);
		return inherited;
	}

	private type(name: string): ICredentialType {
		return (this.extraTypes[name] ??= loadCredentialType(name));
	}
}
