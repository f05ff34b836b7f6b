export function PushPlace(_props: any) { return null; }
