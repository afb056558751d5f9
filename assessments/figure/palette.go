package figure

// Token is the name of a colour.
type Token string

// Palette gives each token its colour as "#RRGGBB".
type Palette map[Token]string

// The tokens. Blue is structure, lime is measurement, orange (pencil) is the next step.
const (
	Paper, Surface, Side, Sunken           Token = "paper", "surface", "side", "sunken"
	Hair, Edge                             Token = "line", "edge"
	Ink, Ink2, Ink3                        Token = "ink", "ink2", "ink3"
	Blue, BlueStrong, BlueSoft, OnBlue     Token = "blue", "blueStrong", "blueSoft", "onBlue"
	Body, BodyCap, OnBlue2                 Token = "body", "bodyCap", "onBlue2"
	Fluid, FluidEdge, Mark, Bubble, RingIn Token = "fluid", "fluidEdge", "mark", "bubble", "ringIn"
	FluidSoft, FluidInk                    Token = "fluidSoft", "fluidInk"
	Pencil, PencilStrong                   Token = "pencil", "pencilStrong"
	PencilSoft, OnPencil                   Token = "pencilSoft", "onPencil"
	Warn, WarnSoft, Err, ErrSoft           Token = "warn", "warnSoft", "err", "errSoft"
	White                                  Token = "white"
	Ramp0, Ramp1, Ramp2                    Token = "ramp0", "ramp1", "ramp2"
	Ramp3, Ramp4, Ramp5                    Token = "ramp3", "ramp4", "ramp5"
	OnRamp0, OnRamp1, OnRamp2              Token = "onRamp0", "onRamp1", "onRamp2"
	OnRamp3, OnRamp4, OnRamp5              Token = "onRamp3", "onRamp4", "onRamp5"
)

// Light, Dark and Print are the three sets of colours; Grey is Print without colour, to save ink.
var (
	Light = Palette{
		Paper: "#F6F2EA", Surface: "#FFFDF8", Side: "#EDE7DB", Sunken: "#ECE6DA", Hair: "#DCD4C4", Edge: "#847A68",
		Ink: "#25231E", Ink2: "#524C40", Ink3: "#676051", Blue: "#1D4F70", BlueStrong: "#143B55", BlueSoft: "#E0EAF0",
		OnBlue: "#FFFFFF", Body: "#1D4F70", BodyCap: "#143B55", OnBlue2: "#CFE0EA", Fluid: "#DBE67A", FluidEdge: "#6C7914",
		Mark: "#4A5410", Bubble: "#FBFDE6", RingIn: "#25231E", FluidSoft: "#F1F5CF", FluidInk: "#4A5410",
		Pencil: "#AD430B", PencilStrong: "#8A3507", PencilSoft: "#FBE8DA", OnPencil: "#FFFFFF", Warn: "#744E00",
		WarnSoft: "#FAEECB", Err: "#A1242C", ErrSoft: "#FAE3E1", White: "#FFFFFF",
		Ramp0: "#F2EFE0", Ramp1: "#E0E8A6", Ramp2: "#A9CC9C", Ramp3: "#66A9A5", Ramp4: "#2C6F8E", Ramp5: "#163F5C",
		OnRamp0: "#25231E", OnRamp1: "#25231E", OnRamp2: "#25231E", OnRamp3: "#25231E", OnRamp4: "#FFFFFF", OnRamp5: "#FFFFFF",
	}
	Dark = Palette{
		Paper: "#1A1917", Surface: "#242320", Side: "#211F1C", Sunken: "#302E2A", Hair: "#403D37", Edge: "#8F8776",
		Ink: "#F3EEE3", Ink2: "#CDC5B5", Ink3: "#ABA393", Blue: "#8FC4E3", BlueStrong: "#B4DAF0", BlueSoft: "#1F3848",
		OnBlue: "#0B2535", Body: "#1B4661", BodyCap: "#12344A", OnBlue2: "#CFE0EA", Fluid: "#C6D35A", FluidEdge: "#DFE98F",
		Mark: "#363D08", Bubble: "#FAFDE0", RingIn: "#25231E", FluidSoft: "#34381B", FluidInk: "#D9E47F",
		Pencil: "#F4A066", PencilStrong: "#FFC197", PencilSoft: "#452A15", OnPencil: "#2A1303", Warn: "#EBC76C",
		WarnSoft: "#3D3216", Err: "#F49C96", ErrSoft: "#47211F", White: "#FFFFFF",
		Ramp0: "#34322D", Ramp1: "#2B485B", Ramp2: "#2F6A83", Ramp3: "#4E9896", Ramp4: "#97C58D", Ramp5: "#DBE67A",
		OnRamp0: "#FFFFFF", OnRamp1: "#FFFFFF", OnRamp2: "#FFFFFF", OnRamp3: "#25231E", OnRamp4: "#25231E", OnRamp5: "#25231E",
	}
	Print = with(Light, Palette{Paper: "#FFFFFF", Surface: "#FFFFFF", Side: "#F5F1E8", Sunken: "#EFEAE0", Hair: "#D5CCBA"})
	Grey  = with(Print, Palette{
		Side: "#F2F2F2", Sunken: "#ECECEC", Hair: "#CCCCCC", Edge: "#777777", Ink: "#000000", Ink2: "#444444", Ink3: "#5C5C5C",
		Blue: "#333333", BlueStrong: "#222222", BlueSoft: "#E6E6E6", Body: "#FFFFFF", BodyCap: "#DDDDDD", OnBlue2: "#444444",
		Fluid: "#F4F4F4", FluidEdge: "#444444", Mark: "#444444", Bubble: "#FFFFFF", RingIn: "#000000", FluidSoft: "#F0F0F0",
		FluidInk: "#333333", Pencil: "#333333", PencilStrong: "#222222", PencilSoft: "#F0F0F0", Warn: "#444444", WarnSoft: "#F0F0F0",
		Err: "#333333", ErrSoft: "#F0F0F0", Ramp0: "#F7F7F7", Ramp1: "#E3E3E3", Ramp2: "#C4C4C4", Ramp3: "#A8A8A8", Ramp4: "#5A5A5A", Ramp5: "#2E2E2E",
	})
)

func with(base, over Palette) Palette {
	out := Palette{}
	for t, c := range base {
		out[t] = c
	}
	for t, c := range over {
		out[t] = c
	}
	return out
}

// Ramp is the colour of a level 0 to 5 in heat maps and bands, and of the text on it.
func Ramp(level int) (fill, text Token) {
	fills := [...]Token{Ramp0, Ramp1, Ramp2, Ramp3, Ramp4, Ramp5}
	texts := [...]Token{OnRamp0, OnRamp1, OnRamp2, OnRamp3, OnRamp4, OnRamp5}
	level = min(max(level, 0), 5)
	return fills[level], texts[level]
}
