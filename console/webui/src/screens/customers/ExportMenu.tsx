import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerRequest } from '@/api/customerSearch';
import { ProblemError } from '@/api/problem';
import { useCustomerExport, type Charset } from '@/api/queries/customerExport';

/** The list as a file: all rows that match, not only those in sight. */
export function ExportMenu({ request }: { request: CustomerRequest }) {
  const { t } = useTranslation();
  const file = useCustomerExport();

  function save(charset: Charset): void {
    file.mutate(
      { request, charset },
      {
        onSuccess: (replaced) =>
          notifications.show({
            title: t('customers.exported'),
            message: replaced > 0 ? t('customers.exportReplaced', { count: replaced }) : null,
          }),
        onError: (error) =>
          notifications.show({
            color: 'red',
            title: t('customers.exportFailed'),
            message:
              error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : t('state.unknownProblem'),
          }),
      },
    );
  }

  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} />} loading={file.isPending}>
          {t('customers.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('utf-8')}>{t('customers.exportUtf8')}</Menu.Item>
        <Menu.Item onClick={() => save('cp932')}>{t('customers.exportCp932')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
