import type { DeskParts } from './parts.ts';

/** Parts for an office that names no channel: nobody is an officer, and nothing is handed over. */
export const WITHOUT_CHANNEL: Pick<DeskParts, 'courier' | 'officers' | 'hasChannel'> = {
  hasChannel: false,
  courier: { deliver: async () => ({ kind: 'later', code: 'no-channel', afterMs: 0 }) },
  officers: {
    isOfficer: async () => false,
    channel: async () => ({ kind: 'missing', id: '' }),
  },
};
