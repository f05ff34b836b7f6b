const APP_ID = 'taizhang-preview';
const EXCEL = 16;

/** What the preview offers: the npm release of office.js knows the Excel API up to 1.15. */
const REQUIREMENT_SETS = {
  ExcelApi: '1.15',
  ExcelApiOnline: '1.1',
  DialogApi: '1.2',
  RichApiRuntime: '1.6',
  Settings: '1.1',
  AddInCommands: '1.3',
} as const;

/** `window.name` of an add-in's frame, by which office.js knows that it is hosted, by whom and in which language. */
export function hostInfoName(conversation: string, locale: string, isDialog: boolean): string {
  const hostInfo = ['Excel', 'Web', '16.00', locale, 'telemetry', isDialog ? 'isDialog' : '', 'disableLogging', '0'].join('$');
  return JSON.stringify({ baseFrameName: 'preview', serializerVersion: '1', flights: '[]', hostInfo, xdmInfo: `${conversation}|${APP_ID}|${location.origin}` });
}

/** The answer to an add-in's activation. `settings`: name → JSON. */
export function appContext(locale: string, settings: Readonly<Record<string, string>>): object {
  return {
    _id: APP_ID,
    _appInstanceId: `${APP_ID}-1`,
    _appName: EXCEL,
    _appVersion: '16.0',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: `${location.origin}/preview/workbook.xlsx`,
    _clientMode: 1,
    _settings: Object.entries(settings),
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: '00000000-0000-0000-0000-000000000000',
    _appMinorVersion: 0,
    _requirementMatrix: JSON.stringify(REQUIREMENT_SETS),
    _hostFullVersion: '16.0.0.0',
    _clientWindowHeight: window.innerHeight,
    _clientWindowWidth: window.innerWidth,
    _addinName: 'Taizhang',
    _appDomains: [],
    _featureGates: {},
  };
}
