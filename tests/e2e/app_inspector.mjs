export class AppInspector {}
