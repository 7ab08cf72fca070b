/** Words of the tour. */
export const tourEn = {
  tour: {
    label: 'Tour',
    progress: '{{at}} of {{of}}',
    next: 'Next',
    back: 'Back',
    finish: 'Finish',
    skip: 'Close the tour',
    steps: {
      home: {
        title: 'Whom to follow up today',
        text: 'Customers who need your attention, each with the reason. “Next” opens the customer of the first alert.',
      },
      alert: {
        title: 'Alerts tell you about changes',
        text: 'Customers that meet a rule appear here. When you have handled one, complete its task.',
      },
      customer: {
        title: 'The customer at a glance',
        text: 'Health, MRR, phase and the next deadline in one place.',
      },
      explanation: {
        title: 'Every score has its reasons',
        text: 'See value, weight and contribution of each measure, and judge for yourself.',
      },
      source: {
        title: 'Down to the source record',
        text: 'Open the source records of a measure and continue to Salesforce or kintone. That is the end of the tour.',
      },
    },
  },
};
