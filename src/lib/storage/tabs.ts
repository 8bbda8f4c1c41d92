// Tabs and windows of one browser tell each other what happened. Nothing of an answer is said, only where to look.
const NAME = 'child-safeguarding';

/**
 * `changed`: an assessment was stored; `removed`: one was deleted from the device; `keeping`: a passphrase was set,
 * changed or removed, or all was moved: what a tab knows of the storage is out of date; `lock`: a person locked all
 * tabs; `erased`: everything was erased.
 */
export type News = { kind: 'changed' | 'removed'; id: string } | { kind: 'keeping' | 'lock' | 'erased' };

/** Joins the other tabs. Where the browser has no such channel, nothing is told and nothing is heard. */
export function joinTabs(onnews: (news: News) => void): { tell: (news: News) => void; leave: () => void } {
	if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, leave: () => {} };
	const channel = new BroadcastChannel(NAME);
	channel.onmessage = ({ data }: MessageEvent<News>) => onnews(data);
	return { tell: (news) => channel.postMessage(news), leave: () => channel.close() };
}
