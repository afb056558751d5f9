package assessments

// Version is the program's, and AppID its name for the desktop. A test keeps FyneApp.toml equal.
const (
	Version = "0.1.0"
	AppID   = "eu.nivel.Nivel"
)
