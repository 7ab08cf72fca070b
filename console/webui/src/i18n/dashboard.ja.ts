/** Words of the manager's dashboard. */
export const dashboardJa = { dashboard: { title: 'ダッシュボード' } };
