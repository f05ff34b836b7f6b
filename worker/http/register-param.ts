import { registerById, registers, type Register } from '../../shared/registers/index.ts';
import { Refusal } from '../refusal.ts';

/** The register an address names; refuses with registerUnknown. */
export function registerNamed(id: string): Register {
  const register = registerById(id);
  if (register === undefined) throw new Refusal('registerUnknown', { register: id, known: registers.map((known) => known.id).join(', ') });
  return register;
}
