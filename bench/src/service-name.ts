export const SERVICES = ['gateway', 'order', 'inventory'] as const;

export type ServiceName = (typeof SERVICES)[number];
