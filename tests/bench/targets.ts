import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';
import { createStaticServer, listenOnLoopback } from '../../scripts/static-server.mjs';
import type { Target } from './figure.ts';
import { floorPage } from './floor.ts';
import { writePeer } from './peer.ts';

/** A page to measure, and how to see what happens on it. The expressions run in the page. */
export interface MeasuredPage {
	target: Target;
	address: string;
	/** Selector of the radio buttons that answer questions. */
	option: string;
	/** True when the answer to it counts and is stored. */
	isRegistered: string;
}

/** A running server for a folder. */
export interface Served {
	address: string;
	stop: () => Promise<void>;
}

const FLAGGED = "document.documentElement.dataset.registered === 'yes'";

/** The site's own page: stored is what its status says, and a chosen answer can be taken back. */
export function sitePage(address: string): MeasuredPage {
	return {
		target: 'site',
		address,
		option: 'fieldset[data-indicator] input[type=radio]',
		isRegistered:
			"!!document.querySelector('[data-save=saved]') && !!document.querySelector('fieldset[data-indicator]:has(:checked) button')"
	};
}

/**
 * Script that gives the page `isRegistered()`. The site's policy refuses to make code from text, so it must be there
 * before the page is.
 */
export function registering({ isRegistered }: MeasuredPage): string {
	return `window.isRegistered = () => ${isRegistered};`;
}

declare global {
	interface Window {
		isRegistered?: () => boolean;
	}
}

/** Writes and serves floor and peer for a questionnaire. */
export async function serveRivals(
	questionnaire: Questionnaire,
	text: QuestionnaireText
): Promise<{ pages: MeasuredPage[]; stop: () => Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-rivals-'));
	mkdirSync(join(folder, 'floor'));
	mkdirSync(join(folder, 'peer'));
	writeFileSync(join(folder, 'floor/index.html'), floorPage(questionnaire, text));
	writePeer(join(folder, 'peer'), questionnaire, text);
	const floor = await serveFolder(join(folder, 'floor'));
	const peer = await serveFolder(join(folder, 'peer'));
	return {
		pages: [
			{ target: 'floor', address: floor.address, option: 'input[type=radio]', isRegistered: FLAGGED },
			{ target: 'peer', address: peer.address, option: 'input[type=radio]', isRegistered: FLAGGED }
		],
		stop: async () => {
			await Promise.all([floor.stop(), peer.stop()]);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Serves a folder on a free port of this machine, compressed as a host would. */
export async function serveFolder(folder: string): Promise<Served> {
	const server: Server = createStaticServer(folder);
	const port = await listenOnLoopback(server, 0);
	return {
		address: `http://127.0.0.1:${port}/`,
		stop: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}
