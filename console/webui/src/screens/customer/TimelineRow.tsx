import {
  IconActivity,
  IconBuilding,
  IconFileText,
  IconFlag,
  IconHeartbeat,
  IconLifebuoy,
  IconMail,
  IconStar,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSegmentNames } from '@/api/queries/segments';
import type { TimelineEntry } from '@/api/types';
import { formatDay, formatNumber } from '@/kit/format';
import { SourceLink } from '@/kit/SourceLink';
import { DateText, TimeText } from '@/kit/values';
import classes from './Timeline.module.css';

const ICONS: Record<string, Icon> = {
  score: IconHeartbeat,
  segment: IconFlag,
  customer: IconBuilding,
  contact: IconUser,
  contract: IconFileText,
  usage: IconActivity,
  ticket: IconLifebuoy,
  'survey-response': IconStar,
  message: IconMail,
};

/** One thing that happened. */
export function TimelineRow({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const segments = useSegmentNames();
  const Sign = ICONS[entry.kind === 'fact' ? (entry.dataset ?? '') : (entry.kind ?? '')] ?? IconActivity;
  const detail = detailOf(entry, t);
  return (
    <li className={classes.entry}>
      <span className={classes.sign}>
        <Sign size={16} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.words}>
        <p className={classes.title}>{titleOf(entry, t, segments.get(entry.segmentKey ?? ''))}</p>
        {detail !== '' && <p className={classes.detail}>{detail}</p>}
      </div>
      <span className={classes.when}>
        {entry.dataset === 'survey-response' ? (
          // An answer has a day, no hour.
          <DateText date={value(entry, 'respondedOn')} />
        ) : (
          <TimeText at={entry.at} />
        )}
        {entry.kind === 'fact' && <SourceLink source={entry} />}
      </span>
    </li>
  );
}

function value(entry: TimelineEntry, field: string): string {
  const values = (entry.values ?? {}) as Record<string, unknown>;
  const found = values[field];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

function titleOf(entry: TimelineEntry, t: TFunction, segment: string | undefined): string {
  if (entry.kind === 'segment') {
    return t('customer.timelineEntered', { segment: segment ?? entry.segmentKey ?? '' });
  }
  if (entry.kind === 'score') {
    if (entry.points == null) {
      return t('customer.timelineUnknown');
    }
    const points = formatNumber(entry.points, 1);
    const band = t(`band.${entry.band ?? 'UNKNOWN'}`);
    return entry.previousPoints == null
      ? t('customer.timelineScore', { points, band })
      : t('customer.timelineScoreFrom', { from: formatNumber(entry.previousPoints, 1), points, band });
  }
  switch (entry.dataset) {
    case 'ticket':
      return t('customer.timelineTicket', { subject: value(entry, 'subject'), status: value(entry, 'status') });
    case 'message': {
      const inbound = ((entry.values ?? {}) as Record<string, unknown>).inbound === true;
      return t(inbound ? 'customer.timelineInbound' : 'customer.timelineOutbound', {
        subject: value(entry, 'subject') || t('customer.noSubject'),
      });
    }
    case 'survey-response':
      return t('customer.timelineSurvey');
    case 'contract':
      return t('customer.timelineContract', {
        number: value(entry, 'contractNumber'),
        product: value(entry, 'productName'),
      });
    case 'contact':
      return t('customer.timelineContact', { name: value(entry, 'name') });
    case 'customer':
      return t('customer.timelineCustomer');
    default:
      return t('customer.timelineUsage');
  }
}

function detailOf(entry: TimelineEntry, t: TFunction): string {
  if (entry.kind === 'segment') {
    return [
      entry.label ?? '',
      entry.leftAt == null ? '' : t('customer.timelineLeft', { date: formatDay(entry.leftAt) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }
  switch (entry.dataset) {
    case 'survey-response':
      return [
        value(entry, 'nps') === '' ? '' : `${t('customer.nps')} ${value(entry, 'nps')}`,
        value(entry, 'csat') === '' ? '' : `${t('customer.csat')} ${value(entry, 'csat')}`,
        value(entry, 'comment'),
      ]
        .filter((part) => part !== '')
        .join(' · ');
    case 'message':
      return value(entry, 'text').replace(/\s+/g, ' ');
    case 'contact':
      return [value(entry, 'department'), value(entry, 'title')].filter((part) => part !== '').join(' · ');
    default:
      return '';
  }
}
