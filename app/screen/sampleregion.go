package screen

import (
	"nivel/app/widget"
	"nivel/assessments/figure"
)

// SampleRegion opens the sample region, or asks before it takes it away again; either way the list of
// firms is shown then.
func SampleRegion(h Host) {
	se := h.Session()
	w := se.Words
	do := func(what func() error) {
		if err := what(); err != nil {
			Trouble(h, err)
			return
		}
		h.Go(Route{Page: Companies})
	}
	if !se.SampleRegion() {
		do(se.OpenSampleRegion)
		return
	}
	var panel *Panel
	remove := widget.NewButton(widget.Next, "trash", w.T("sampleregion.close"), "", func() {
		panel.Close()
		do(se.CloseSampleRegion)
	})
	panel = Side(h, w.T("sampleregion.close"), widget.NewText(widget.Body, figure.Ink, w.T("sampleregion.close.text")), widget.Wrap(0, 0, remove))
}

// SampleRegionButton is what leads there, named by what it will do.
func SampleRegionButton(h Host, kind widget.Kind) *widget.Button {
	key, icon := "sampleregion.open", "map"
	if h.Session().SampleRegion() {
		key, icon = "sampleregion.close", "trash"
	}
	return widget.NewButton(kind, icon, h.Session().Words.T(key), "", func() { SampleRegion(h) })
}
