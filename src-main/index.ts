// The window is the only face that Electron starts; the command line and the service have their own entry (faces/cli).
import './faces/window/index.ts';
