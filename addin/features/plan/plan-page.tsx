import { useState } from 'react';
import type { ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { parseIso } from '../../../shared/calendar/day.ts';
import { planOfDay } from '../../../shared/scoring/plan-of-day.ts';
import type { Plan, PlanDraft } from '../../../shared/scoring/plan.ts';
import { ApiError } from '../../api/ledger-api.ts';
import { LoadingRows } from '../../ui/loading.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import type { MorePageProps } from '../more/more-page.ts';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { editOf, movedOnto, usePlanEdit } from './plan-edit.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanView } from './plan-view.tsx';
import { TryPlan } from './try-plan.tsx';

/** 考核方案: everyone reads it; an admin changes it, tries the change on today's rows, and adopts it. */
export function PlanPage({ onBack }: MorePageProps): ReactNode {
  const { t } = useTranslation();
  const { api, me } = useSession();
  const { asOf } = useLedger();
  const queries = useQueryClient();
  const versions = useQuery({ queryKey: ['server', 'planVersions'], queryFn: ({ signal }) => api.planVersions(signal) });
  const { edit, keepEdit } = usePlanEdit();
  const [tried, setTried] = useState<PlanDraft | null>(null);
  const [adopted, setAdopted] = useState<number | null>(null);

  const inForce = (plans: readonly { readonly plan: Plan }[]): Plan => planOfDay(plans.map(({ plan }) => plan).toReversed(), parseIso(asOf) ?? 0);
  const stopTrying = (): void => {
    setTried(null);
    adopt.reset();
  };
  const takeTheirs = async (): Promise<void> => {
    const { data } = await versions.refetch();
    if (edit === null || data === undefined) return;
    keepEdit(movedOnto(edit, inForce(data.versions), data.versions[0]?.version ?? 0));
    stopTrying();
  };
  const adopt = useMutation({
    mutationFn: ({ draft, seen }: { readonly draft: PlanDraft; readonly seen: number }) => api.changePlan(draft, seen),
    onSuccess: async ({ version }) => {
      await Promise.all(['server', 'check', 'preview'].map((part) => queries.invalidateQueries({ queryKey: [part] })));
      setAdopted(version);
      keepEdit(null);
      setTried(null);
    },
    onError: async (fault) => {
      if (fault instanceof ApiError && fault.code === 'planChanged') await takeTheirs();
    },
  });

  if (!versions.data) {
    return (
      <Place>
        <PlaceHead title={t('more.pages.plan.title')} onBack={onBack} />
        {versions.error ? <UnreadNotice fault={versions.error} onRetry={() => void versions.refetch()} /> : <LoadingRows rows={8} />}
      </Place>
    );
  }
  const plan = inForce(versions.data.versions);
  const newest = versions.data.versions[0]?.version ?? plan.version;
  if (edit !== null && tried !== null) {
    return (
      <TryPlan
        draft={tried}
        version={edit.seen + 1}
        fault={adopt.error}
        isAdopting={adopt.isPending}
        onAdopt={() => adopt.mutate({ draft: tried, seen: edit.seen })}
        onBack={stopTrying}
      />
    );
  }
  if (edit !== null) return <PlanForm edit={edit} onChange={keepEdit} onTry={setTried} onDiscard={() => keepEdit(null)} />;
  const begin = (): void => {
    setAdopted(null);
    keepEdit(editOf(plan, newest));
  };
  return (
    <PlanView versions={versions.data.versions} inForce={plan} asOf={asOf} adopted={adopted} onEdit={me.role === 'admin' ? begin : null} onBack={onBack} />
  );
}
