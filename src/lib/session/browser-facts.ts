import { canSeal } from '#lib/storage/sealed.ts';

/** Whether this browser can encrypt: it does so only on pages that came over https, or from this machine. */
export const canEncrypt = (): boolean => canSeal();

/**
 * Whether this browser follows Safari's rule to remove what a site keeps after seven days of use without a visit
 * (https://webkit.org/blog/10218). On an iPhone or iPad every browser is built on Safari.
 */
export const forgetsAfterAWeek = (): boolean => navigator.vendor.startsWith('Apple');
