import { describe, expect, it } from 'vitest';
import { newEchoes } from '../../../src-renderer/components/echoes.ts';

describe('what comes back to a field', () => {
  it('is an echo once for each time it was told', () => {
    const echoes = newEchoes();
    echoes.tell('a');
    expect(echoes.isEcho('a')).toBe(true);
    expect(echoes.isEcho('a')).toBe(false);
  });

  it('is an echo also when more was typed meanwhile', () => {
    const echoes = newEchoes();
    echoes.tell('a');
    echoes.tell('ab');
    expect(echoes.isEcho('a')).toBe(true);
    expect(echoes.isEcho('ab')).toBe(true);
  });

  it('may skip what was told in between, which is news if it comes later after all', () => {
    const echoes = newEchoes();
    echoes.tell('a');
    echoes.tell('ab');
    expect(echoes.isEcho('ab')).toBe(true);
    expect(echoes.isEcho('a')).toBe(false);
  });

  it('is news when somebody else set it, and nothing told before is an echo any more', () => {
    const echoes = newEchoes();
    echoes.tell('a');
    expect(echoes.isEcho('')).toBe(false);
    expect(echoes.isEcho('a')).toBe(false);
  });
});
