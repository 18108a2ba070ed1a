import type { ComposeProject } from './open-compose.ts';

/** What the engine knows about a container, as far as it matters here. */
export interface Container {
  readonly Id: string;
  readonly Name: string;
  readonly RestartCount: number;
  readonly State: { readonly Status: string; readonly Health?: { readonly Status: string } };
  readonly Config: { readonly User: string; readonly Labels: Readonly<Record<string, string>> };
  readonly HostConfig: {
    readonly Memory: number;
    readonly NanoCpus: number;
    readonly ReadonlyRootfs: boolean;
  };
  readonly NetworkSettings: {
    readonly Networks: Readonly<Record<string, { readonly IPAddress: string }>>;
  };
}

/** The containers of a project, or of one of its services, those that have ended included. */
export async function containersOf(project: ComposeProject, service?: string): Promise<Container[]> {
  const ids = await project.compose('ps', '--all', '--quiet', ...(service === undefined ? [] : [service]));
  const list = ids.split('\n').filter((id) => id !== '');
  return list.length === 0 ? [] : JSON.parse(await project.docker('inspect', ...list));
}

export function serviceOf({ Config }: Container): string {
  return Config.Labels['com.docker.compose.service'] ?? '';
}

/** Where a container is reached from this host, which has the bridge of its network. */
export function addressOf({ NetworkSettings }: Container): string {
  return Object.values(NetworkSettings.Networks)[0]?.IPAddress ?? '';
}
