import { IconMail, IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMessages } from '@/api/queries/records';
import type { Message } from '@/api/types';
import { PagedList } from '@/kit/PagedList';
import { Section } from '@/kit/PageFrame';
import { SourceLink } from '@/kit/SourceLink';
import { EmptyState } from '@/kit/states';
import { TimeText } from '@/kit/values';
import type { TabProps } from './CustomerTabs';
import classes from './MessagesTab.module.css';

/** Mail to and from the customer, the newest first. */
export function MessagesTab({ customerId, knownAt }: TabProps) {
  const { t } = useTranslation();
  const messages = useMessages(customerId, knownAt);
  return (
    <Section title={t('customer.tab.messages')}>
      <PagedList query={messages} height={56} empty={<EmptyState title={t('customer.messagesEmpty')} />}>
        {(items) => items.map((message) => <MessageRow key={message.id} message={message} />)}
      </PagedList>
    </Section>
  );
}

function MessageRow({ message }: { message: Message }) {
  const { t } = useTranslation();
  const inbound = message.inbound === true;
  const Sign = inbound ? IconMail : IconMailForward;
  return (
    <details className={classes.message}>
      <summary>
        <Sign size={18} stroke={1.6} aria-hidden />
        <span className={classes.direction}>{t(inbound ? 'customer.inbound' : 'customer.outbound')}</span>
        <span className={classes.subject}>{message.subject ?? t('customer.noSubject')}</span>
        <span className={classes.people}>{inbound ? message.fromAddress : message.toAddress}</span>
        <TimeText at={message.sentAt} />
      </summary>
      <div className={classes.body}>
        <p className={classes.text}>{message.text}</p>
        <SourceLink source={message.source} />
      </div>
    </details>
  );
}
