package screen

// Away is how far a place lies from the firm that is shown, in words; empty where that is not known or
// there is nothing to travel.
func Away(h Host, place string) string {
	se := h.Session()
	from, km, ok := se.Complete().Away(se.Company.Place, place)
	if !ok {
		return ""
	}
	return se.Words.T("away", "km", se.Words.Int(int(km+0.5)), "from", from)
}
