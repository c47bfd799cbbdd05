/** Statistics, in English. */
export const statisticsEn = {
  statistics: {
    title: 'Statistics and targets', lead: 'Counting…', from: 'from the {n} lines of the log', yearOf: 'Year', year: '{n}', month: 'Month {n}', monthHead: 'Month', print: 'Print',
    checks: 'Inspections', atSites: 'at {n} sites', rate: 'Pass rate', open: 'Open findings', overdue: '{n} overdue', closing: 'Closed after', days: 'days on average', onTime: '{n} % on time',
    up: '↑ {n} up', down: '↓ {n} down', same: 'unchanged', change: 'On last year', n: 'Number', few: 'Too few', beside: 'Held back beside a small one', nothing: 'Nothing is counted in this year.',
    fewWhy: 'Fewer than ten: no rate says anything.', besideWhy: 'With it and the total, a cell of fewer than ten beside it could be worked out.', openAll: 'See these records', openOf: 'Open the {n} records of “{what}”', noProgramme: 'No programme stated', noSector: 'No sector stated',
    targets: 'Targets and actual', targetsSay: 'The upright line is the target', noTargets: 'No programme with targets is published.', source: 'Source: {text}', by: 'by {day}', notCounted: 'Not to be counted from records', reached: 'Reached', short: '{n} short', notWhole: 'Counted in the regions that you may read alone.',
    regions: 'Pass rate by region', mapFew: 'few', mapKeys: { pass: '90 % and more', part: '80–90 %', fail: 'below 80 %', few: 'too few', none: 'no check' }, mapSketch: 'A sketch: its lines prove no boundary', noMap: 'There are no outlines of this region; see the table.',
    closingBy: 'Days to close by programme', closed: 'Closed', daysOf: 'Days on average', timely: 'On time', nothingYet: 'Nothing to count yet', of_pass_rate: 'of {n} checks', of_coverage: 'of {n} sites',
    visitKinds: 'Visits:', uncounted: 'not counted ({source})', byRule: 'ordered from above', trend: 'Pass rate and number by month', trendSay: 'Line: pass rate %   Bars: number', showTable: 'Show the table', hideTable: 'Hide the table', gaps: 'Gaps in the line: too few in those months, or showing one would give away a month of too few.',
    byTitle: 'Pass rate by', by_programmes: 'Programme', by_checklists: 'Checklist', by_sectors: 'Sector', by_kinds: 'Kind of check', checklist: 'Checklist',
    items: 'Clauses that failed most', allItems: 'All {n}', fewerItems: 'The first alone', item: 'Item', text: 'What', force: 'Force', failedOf: 'Failed / asked', share: 'Share', forces: { mandatory: 'Mandatory', recommended: 'Recommended' },
    openFailed: 'Open the {n} records in which item {item} failed', openAsked: 'Open the {n} records that asked item {item}',
    burden: 'Burden', burdenSay: 'Visits of a site in the year, counted as the annual plan says', times: '{n} times', timesCap: '{n} times · cap', sitesN: '{n} sites', noCap: 'No cap is published for the year.', overCap: '{n} sites above the cap of {cap}', keptCap: 'No site above the cap of {cap}',
    inspectors: 'Spread between inspectors', inspector: 'Inspector', spread: 'By the same checklist pass rates lie between {low} % and {high} %, {apart} apart. Who lies far off looks at records with the others; it is no appraisal.', noSpread: 'Fewer than two inspectors have ten checks: no spread is seen.',
    pairs: 'Self-assessment and inspection', pairsSay: 'Same site, same checklist, within a year', noPairs: 'No self-assessment to compare.', pairsN: 'Pairs', higher: 'Self higher', difference: 'Mean difference (points)',
    records: 'The records behind the number', back: 'Back to statistics', noRecords: 'There are no such records.', passed: 'Passed', notPassed: 'Not passed', unjudged: 'Cannot be told without its checklist', itemFailed: 'item {item} failed', itemAsked: 'item {item} asked',
    how: 'Counted: inspections that wait for review or are accepted; what was returned counts once it is amended; what waits for a second signature, and re-checks, do not. Passed: a grade that its checklist calls a pass; without grades, that no item failed. Months are of the zone of the check. Below {n} there is no rate. Burden is counted as the annual plan says, other than rates: a re-check, and a check whose record was returned, are visits.',
  },
}
