/** Words of the tour. */
export const tourJa = {
  tour: {
    label: '使い方ツアー',
    progress: '{{at}}／{{of}}',
    next: '次へ',
    back: '戻る',
    finish: '終わる',
    skip: 'ツアーを閉じる',
    steps: {
      home: {
        title: '今日フォローする顧客が分かります',
        text: '気にかけるべき顧客が、理由と一緒に並びます。「次へ」で、アラートの出ている顧客を開きます。',
      },
      alert: {
        title: 'アラートは、顧客の変化を知らせます',
        text: '条件に当てはまった顧客がここに届きます。対応が済んだら、タスクを完了にします。',
      },
      customer: {
        title: '顧客の今が、ひと目で分かります',
        text: 'ヘルス状態、MRR、フェーズ、次の期限がまとまっています。',
      },
      explanation: {
        title: 'スコアには、必ず理由があります',
        text: '指標ごとの値・重み・寄与を確かめられます。点数が下がったきっかけも、ここで分かります。',
      },
      source: {
        title: '元のレコードまでたどれます',
        text: '指標の元データを開くと、Salesforceやkintoneのレコードへ移動できます。これでツアーは終わりです。',
      },
    },
  },
};
