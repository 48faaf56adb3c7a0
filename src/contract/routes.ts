import * as about from './about.ts'
import * as access from './access.ts'
import * as anomalies from './anomalies.ts'
import * as books from './books.ts'
import * as collections from './collections.ts'
import * as concerns from './concerns.ts'
import * as dashboard from './dashboard.ts'
import * as devices from './devices.ts'
import * as findings from './findings.ts'
import * as fleetDays from './fleet-days.ts'
import * as forecast from './forecast.ts'
import * as health from './health.ts'
import * as inbox from './inbox.ts'
import * as ingest from './ingest.ts'
import * as installation from './installation.ts'
import * as keys from './keys.ts'
import * as links from './links.ts'
import * as metrics from './metrics.ts'
import * as openid from './openid.ts'
import * as pastDays from './past-days.ts'
import * as people from './people.ts'
import * as plans from './plans.ts'
import * as quality from './quality.ts'
import * as reports from './reports.ts'
import * as rules from './rules.ts'
import * as runs from './runs.ts'
import * as settings from './settings.ts'
import * as siteMap from './site-map.ts'
import * as sources from './sources.ts'
import * as tasks from './tasks.ts'
import * as timetable from './timetable.ts'
import * as today from './today.ts'
import * as tokens from './tokens.ts'
import * as uploads from './uploads.ts'
import * as views from './views.ts'

/** Every route by name: what the server serves, and what the web client calls. */
export const ROUTES = {
  alive: health.alive,
  ready: health.ready,
  installationHealth: installation.installationHealth,
  about: about.about,
  signInOffers: about.signInOffers,
  todayFindings: today.todayFindings,
  todayWaiting: today.todayWaiting,
  todayEvents: today.todayEvents,
  dashboardToday: dashboard.dashboardToday,
  dashboardComparison: dashboard.dashboardComparison,
  dashboardSites: dashboard.dashboardSites,
  dashboardDevices: dashboard.dashboardDevices,
  listSites: dashboard.listSites,
  listFindings: findings.listFindings,
  exportFindings: findings.exportFindings,
  listChecks: findings.listChecks,
  getFinding: findings.getFinding,
  decideFindings: findings.decideFindings,
  findingAgeing: findings.findingAgeing,
  exportAgeing: findings.exportAgeing,
  listDevices: devices.listDevices,
  exportDevices: devices.exportDevices,
  getDevice: devices.getDevice,
  getDeviceOfRecord: devices.getDeviceOfRecord,
  deviceTimeline: devices.deviceTimeline,
  compareDays: fleetDays.compareDays,
  exportComparison: fleetDays.exportComparison,
  countDevices: fleetDays.countDevices,
  exportCounts: fleetDays.exportCounts,
  listDays: fleetDays.listDays,
  importDay: pastDays.importDay,
  explainLink: links.explainLink,
  listLinkQuestions: links.listLinkQuestions,
  decideLink: links.decideLink,
  takeLinkBack: links.takeLinkBack,
  listSiteMap: siteMap.listSiteMap,
  mapSite: siteMap.mapSite,
  forgetSite: siteMap.forgetSite,
  whatIf: rules.whatIf,
  lintRules: rules.lintRules,
  testRules: rules.testRules,
  listSources: sources.listSources,
  listMetricNames: metrics.listMetricNames,
  dailyMetric: metrics.dailyMetric,
  exportMetrics: metrics.exportMetrics,
  recomputeMetrics: metrics.recomputeMetrics,
  ingestEvents: ingest.ingestEvents,
  listInbox: inbox.listInbox,
  takeInbox: inbox.takeInbox,
  listUploads: uploads.listUploads,
  getUpload: uploads.getUpload,
  listRejections: uploads.listRejections,
  downloadRejections: uploads.downloadRejections,
  rollingAnomalies: anomalies.rollingAnomalies,
  robustAnomalies: anomalies.robustAnomalies,
  forestAnomalies: anomalies.forestAnomalies,
  shapeAnomalies: anomalies.shapeAnomalies,
  listAnomalies: anomalies.listAnomalies,
  listVerdicts: anomalies.listVerdicts,
  sayVerdict: anomalies.sayVerdict,
  dailyForecast: forecast.dailyForecast,
  runForecast: forecast.runForecast,
  forecastReliability: forecast.forecastReliability,
  forecastHealth: forecast.forecastHealth,
  analytics: quality.analytics,
  failingRows: quality.failingRows,
  dashboardStats: quality.dashboardStats,
  listPlans: plans.listPlans,
  getPlan: plans.getPlan,
  listChanges: plans.listChanges,
  exportChanges: plans.exportChanges,
  makePlan: plans.makePlan,
  approvePlan: plans.approvePlan,
  applyPlan: plans.applyPlan,
  verifyPlan: plans.verifyPlan,
  undoPlan: plans.undoPlan,
  writeReport: reports.writeReport,
  listReports: reports.listReports,
  downloadReport: reports.downloadReport,
  listBooks: books.listBooks,
  previewBook: books.previewBook,
  markBook: books.markBook,
  putBook: books.putBook,
  listCollections: collections.listCollections,
  getCollection: collections.getCollection,
  acceptCollection: collections.acceptCollection,
  collect: tasks.collect,
  checkInputs: tasks.checkInputs,
  reconcile: tasks.reconcile,
  analyzeInventory: tasks.analyzeInventory,
  wouldPrune: tasks.wouldPrune,
  prune: tasks.prune,
  night: tasks.night,
  study: tasks.study,
  listRuns: runs.listRuns,
  getRun: runs.getRun,
  runLog: runs.runLog,
  stopRun: runs.stopRun,
  runEvents: runs.runEvents,
  showTimetable: timetable.showTimetable,
  signIn: access.signIn,
  refresh: access.refresh,
  signOut: access.signOut,
  whoAmI: access.whoAmI,
  changePassword: access.changePassword,
  beginOpenId: openid.beginOpenId,
  finishOpenId: openid.finishOpenId,
  listAudit: access.listAudit,
  exportAudit: access.exportAudit,
  verifyAudit: access.verifyAudit,
  listConcerns: concerns.listConcerns,
  listKeys: keys.listKeys,
  rotateKeys: keys.rotateKeys,
  showSettings: settings.showSettings,
  listViews: views.listViews,
  saveView: views.saveView,
  deleteView: views.deleteView,
  listPeople: people.listPeople,
  changePerson: people.changePerson,
  giveOneTimePassword: people.giveOneTimePassword,
  invite: people.invite,
  listInvitations: people.listInvitations,
  takeInvitationBack: people.takeInvitationBack,
  acceptInvitation: people.acceptInvitation,
  register: people.register,
  listTokens: tokens.listTokens,
  makeToken: tokens.makeToken,
  revokeToken: tokens.revokeToken,
} as const
