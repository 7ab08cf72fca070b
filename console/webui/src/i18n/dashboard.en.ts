/** Words of the manager's dashboard. */
export const dashboardEn = { dashboard: { title: 'Dashboard' } };
