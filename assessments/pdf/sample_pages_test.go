package pdf

import (
	"fmt"

	"nivel/assessments/report"
)

func (p pick) sheet() *report.Sheet {
	s := &report.Sheet{
		Section: p.of("Hoja de acciones", "Action sheet"), Title: p.of("Hoja de acciones", "Action sheet"),
		Lead: p.of("Una página para colgar en la oficina o en el taller. Tres acciones y nada más.", "One page to hang up in the office or workshop. Three actions and no more."),
		Columns: []report.SheetColumn{
			{Number: "1", Icon: "area-data", Area: p.of("Datos", "Data"), Title: p.of("Probar la copia de seguridad", "Test the backup")},
			{Number: "2", Icon: "area-orders", Area: p.of("Pedidos", "Orders"), Title: p.of("Un solo archivo de pedidos para oficina y taller", "One order file for office and workshop")},
			{Number: "3", Icon: "area-people", Area: p.of("Personas", "People"), Title: p.of("Dos personas aprenden juntas, taller y oficina", "Two people learn together, workshop and office")},
		},
		Done: p.of("Hecho", "Done"), DateLabel: p.of("Fecha", "Date"), Learned: p.of("Lo que hemos aprendido (a mano)", "What we have learned (by hand)"),
		Signature: p.of("Firma de gerencia", "Signature of management"),
		Again: p.of("Volver a mirarlo juntos: martes 2 de marzo de 2027, 30 minutos. Repetir el diagnóstico: noviembre de 2027.",
			"Look at it again together: Tuesday 2 March 2027, 30 minutes. Repeat the check-up: November 2027."),
		Empty: p.of("Todavía no ha elegido ninguna acción.", "You have not chosen an action yet."),
	}
	plain := func(a, b, c string) []report.SheetCell { return []report.SheetCell{{Text: a}, {Text: b}, {Text: c}} }
	s.Rows = []report.SheetRow{
		{Icon: "info", Label: p.of("Por qué", "Why"), Cells: plain(
			p.of("Las copias se hacen en un disco, pero nadie las ha probado (pregunta 31). Si falla el disco, se pierden pedidos y planos.", "Backups are made on a disk, but nobody has tested them (question 31). If the disk fails, orders and drawings are lost."),
			p.of("El pedido baja en una hoja impresa y los cambios se avisan de palabra (preguntas 14 y 16). Hay errores de tela y de medida.", "The order goes down on paper and changes are passed on by word of mouth (questions 14 and 16). There are mistakes in fabric and size."),
			p.of("Cada cual aprende por su cuenta y solo una persona sabe llevar el programa (preguntas 22 y 25).", "Everybody learns alone, and only one person can run the program (questions 22 and 25)."))},
		{Icon: "pencil", Label: p.of("Qué haremos", "What we will do"), Cells: plain(
			p.of("Recuperar archivos de la copia dos veces al año y guardar un segundo disco fuera de la nave.", "Restore files from the backup twice a year and keep a second disk outside the building."),
			p.of("Un archivo común que oficina y taller abren y cambian. El papel se deja de usar en tapizado.", "A common file that office and workshop open and change. No more paper in upholstery."),
			p.of("Dos horas cada jueves, durante ocho semanas, con cursos gratuitos.", "Two hours every Thursday, for eight weeks, with free courses."))},
		{Icon: "person", Label: p.of("Quién", "Who"), Cells: []report.SheetCell{{Bold: "Ana", Text: p.of("Gerencia. Ayuda: Lucía, oficina.", "Management. Help: Lucía, office.")}, {Bold: "Pedro", Text: p.of("Taller. Ayuda: Lucía, oficina.", "Workshop. Help: Lucía, office.")}, {Blank: true}}},
		{Icon: "calendar", Label: p.of("Cuándo", "When"), Cells: []report.SheetCell{{Bold: p.of("22 de diciembre de 2026", "22 December 2026"), Text: p.of("3 días de trabajo", "3 days of work")}, {Bold: p.of("29 de enero de 2027", "29 January 2027"), Text: p.of("6 días de trabajo", "6 days of work")}, {Blank: true, Text: p.of("4 días de trabajo", "4 days of work")}}},
		{Icon: "euro", Label: p.of("Cuánto cuesta", "What it costs"), Cells: plain(p.of("Hasta 500 €: un segundo disco.", "Up to €500: a second disk."), p.of("0 € si se usa un ordenador que ya tienen.", "€0 with a computer you already have."), p.of("0 €. El curso es gratuito; cuenta el tiempo.", "€0. The course is free; time counts."))},
		{Icon: "coins", Label: p.of("De dónde sale el dinero", "Where the money comes from"), Cells: plain(p.of("Propio.", "Own money."), p.of("Propio. Antes de pedir ayudas, preguntar al clúster.", "Own money. Ask the cluster before applying for a grant."), p.of("Propio.", "Own money."))},
		{Icon: "check-circle", Label: p.of("Cómo sabremos que funciona", "How we will know"), Cells: plain(
			p.of("Se recupera un archivo en menos de 30 minutos, y queda apuntado quién y cuándo.", "A file is restored in under 30 minutes, and it is noted who did it and when."),
			p.of("Un mes seguido sin hojas corregidas a bolígrafo. Menos de dos errores al mes.", "A whole month without sheets corrected by pen. Under two mistakes a month."),
			p.of("Dos personas saben llevar el programa. Una enseña a otra más antes del verano.", "Two people can run the program. One teaches another before the summer."))},
	}
	return s
}

// question is one entry of the sample's questionnaire, in Spanish and English.
type sampleQuestion struct {
	q, a, next [2]string
	level      float64
}

var sampleQuestions = []sampleQuestion{
	{[2]string{"¿Dónde se guardan pedidos, precios y planos?", "Where are orders, prices and drawings kept?"}, [2]string{"En una carpeta común.", "In a common folder."}, [2]string{"En un solo sitio, con permisos y sin copias repetidas.", "In one place, with permissions and without repeated copies."}, 2},
	{[2]string{"¿Quién puede abrir cada archivo?", "Who can open each file?"}, [2]string{"Cualquiera que encienda el ordenador.", "Anyone who switches the computer on."}, [2]string{"Está decidido por grupos: oficina, taller, gerencia.", "It is decided by groups: office, workshop, management."}, 1},
	{[2]string{"¿Se escriben los mismos datos dos veces?", "Are the same data written twice?"}, [2]string{"Sí, en la oficina y en el taller.", "Yes, in the office and in the workshop."}, [2]string{"Solo algunos, y se sabe cuáles.", "Only some, and it is known which."}, 1},
	{[2]string{"¿Se hacen copias de seguridad?", "Are backups made?"}, [2]string{"Se hacen, pero nadie las ha probado.", "They are made, but nobody has tested them."}, [2]string{"Se prueban al menos una vez al año.", "They are tested at least once a year."}, 1},
	{[2]string{"¿Qué pasaría si mañana falla el ordenador principal?", "What would happen if the main computer failed tomorrow?"}, [2]string{"No lo sabe.", "Not known."}, [2]string{"Pregunte a quien lleva sus ordenadores: «¿cuánto tardamos en volver a trabajar?».", "Ask whoever looks after your computers: ‘how long until we can work again?’"}, -1},
	{[2]string{"¿Cómo se usan las contraseñas?", "How are passwords used?"}, [2]string{"Varias personas usan la misma.", "Several people use the same one."}, [2]string{"Cada persona tiene la suya.", "Everybody has their own."}, 1},
	{[2]string{"¿Saben reconocer un correo falso?", "Can people spot a false e-mail?"}, [2]string{"Se explicó una vez.", "It was explained once."}, [2]string{"Se repasa cada año con ejemplos reales.", "It is gone over every year with real examples."}, 2},
	{[2]string{"¿Se miran los datos para decidir?", "Are data looked at before deciding?"}, [2]string{"No aplica.", "Does not apply."}, [2]string{"", ""}, -1},
	{[2]string{"¿Pasan los datos de un programa a otro?", "Do data pass from one program to another?"}, [2]string{"En parte.", "In part."}, [2]string{"Pregunte en la oficina si copian a mano de un programa a otro.", "Ask in the office whether they copy by hand from one program to another."}, 2.5},
}

func (p pick) area(i int) report.Area {
	a := sampleAreas[i]
	out := report.Area{
		Section: fmt.Sprintf(p.of("Área %d de 6", "Area %d of 6"), i+1), Icon: a.icon, Name: p.of(a.es, a.en),
		About:     p.of("Dónde están los datos, quién los ve y qué pasa si algo falla.", "Where the data are, who sees them and what happens if something fails."),
		Framework: p.of("En la encuesta europea: gestión y conexión de datos.", "In the European survey: data management and connectedness."),
		Vial:      p.vial(a), Today: p.num(a.value) + p.of(fmt.Sprintf(" hoy, objetivo %g. Hace un año: 1,2.", a.target), fmt.Sprintf(" today, target %g. A year ago: 1.2.", a.target)),
		Honest:     p.of("8 de 9 preguntas. Faltan 3 respuestas: el valor está entre 0,9 y 2,6. Con ese margen no se le pone nombre de nivel.", "8 of 9 questions. 3 answers are missing: the value is between 0.9 and 2.6. With that range it gets no level name."),
		Life:       p.of("Los archivos están en uno o dos ordenadores. Si uno falla, se trabaja de memoria unos días.", "The files are on one or two computers. If one fails, people work from memory for some days."),
		HeadAnswer: p.of("Lo que contestó", "What you answered"), HeadLevel: p.of("De 0 a 5", "From 0 to 5"), HeadNext: p.of("Cómo sería el siguiente nivel", "What the next level would be"),
	}
	n := 0
	if !p.spanish {
		n = 1
	}
	for j, q := range sampleQuestions {
		d := report.QuestionDetail{Number: fmt.Sprint(i*9 + j + 1), Question: q.q[n], Answer: q.a[n], Next: q.next[n],
			Vial: report.Vial{Value: q.level, Target: -1, Low: -1, High: -1, Earlier: -1}, Relevance: p.of("Le importa: mucho", "It matters: a lot")}
		d.Level, d.NextIcon, d.NextTitle = fmt.Sprintf("%g · ", q.level)+p.of("Suelto", "Scattered"), "up", fmt.Sprintf(p.of("Nivel %d.", "Level %d."), int(q.level)+1)
		if q.level < 0 {
			d.Level, d.NextIcon, d.NextTitle = p.of("? No lo sé", "? Don't know"), "search", p.of("Para averiguarlo.", "To find out.")
		}
		if q.next[n] == "" {
			d.Level, d.NextIcon, d.NextTitle, d.Relevance = p.of("– No aplica", "– Does not apply"), "", "", ""
		}
		switch {
		case j == 3:
			d.Note = p.of("Pedro guarda el disco en su casa los viernes; preguntar desde cuándo.", "Pedro takes the disk home on Fridays; ask since when.")
		case j == 6:
			d.Flag = p.of("Para revisar: falta la hoja firmada de la charla.", "To check: the signed list of the talk is missing.")
		case j == 8 && i%2 == 1:
			d.Lines = []string{p.of("Pedidos: se copian a mano", "Orders: copied by hand"), p.of("Compras: el programa las recibe", "Purchases: the program receives them"), p.of("Horas: en papel", "Hours: on paper")}
		}
		out.Questions = append(out.Questions, d)
	}
	return out
}

func (p pick) practices() *report.Practices {
	how, known, you := p.of("Cómo funciona", "How it works"), p.of("Qué se sabe", "What is known"), p.of("Usted puede", "What you can do")
	out := &report.Practices{
		Section: p.of("Prácticas y contactos", "Practices and contacts"), Title: p.of("Quién lo ha hecho antes", "Who has done it before"),
		Lead:          p.of("El número es el de su acción. Resúmenes propios, comprobados el 3 de noviembre de 2026.", "The number is that of your action. Own summaries, checked on 3 November 2026."),
		None:          p.of("No hay ninguna práctica que encaje.", "No practice fits."),
		ContactsTitle: p.of("A quién preguntar", "Who to ask"), TrainingsTitle: p.of("Formación", "Training"), FundingTitle: p.of("Ayudas abiertas", "Open grants"),
		FundingNote: p.of("Ayudas abiertas que encajan en la fecha de la portada: ninguna. Las ayudas cambian cada año; pregunte.", "Open grants that fit on the date of the cover: none. Grants change every year; ask."),
		Tags: []report.Paragraph{{Title: p.of("De empresa", "For firms"), Text: p.of("La hace usted.", "You do it.")}, {Title: p.of("De clúster", "For clusters"), Text: p.of("La pone en marcha su clúster.", "Your cluster sets it up.")},
			{Title: p.of("De la Administración", "For public bodies"), Text: p.of("La pone en marcha una administración.", "A public body sets it up.")}},
	}
	out.Practices = []report.Practice{
		{Number: "1", Title: "Casa de la Digitalización", Place: "Austria, Baja Austria", Tag: out.Tags[2].Title, TagKind: "public", Rows: []report.Paragraph{
			{Title: how, Text: p.of("Red de centros y página web que acercan a las empresas a quien sabe: glosario de 54 palabras, 65 ejemplos y prevención para pymes.", "A network of centres and a website that bring firms to those who know: a glossary of 54 words, 65 examples and prevention for small firms.")},
			{Title: known, Text: p.of("La ficha no lo dice.", "The record does not say.")}},
			You:    report.Paragraph{Title: you, Text: p.of("Pregunte en su clúster quién puede revisar con usted las copias y las contraseñas.", "Ask your cluster who can check backups and passwords with you.")},
			Source: p.of("Fuente: interregeurope.eu, comprobado el 3 de noviembre de 2026.", "Source: interregeurope.eu, checked on 3 November 2026.")},
		{Number: "2", Title: "Kickstart Digitalization", Place: p.of("Suecia", "Sweden"), Tag: out.Tags[1].Title, TagKind: "cluster", Rows: []report.Paragraph{
			{Title: how, Text: p.of("Tres reuniones gratuitas en seis semanas. Van unas diez empresas, con dos personas de cada una, y comparten ideas y problemas.", "Three free meetings in six weeks. About ten firms go, with two people each, and share ideas and problems.")},
			{Title: known, Text: p.of("No se ha publicado cuántas empresas participaron.", "It was not published how many firms took part.")}},
			You:    report.Paragraph{Title: you, Text: p.of("Haga el ejercicio del pedido en su taller.", "Do the exercise of the order in your workshop.")},
			Source: p.of("Fuente: interregeurope.eu.", "Source: interregeurope.eu.")},
		{Number: "3", Title: p.of("Un nombre de práctica muy largo que no cabe en una línea junto a su lugar", "A very long name of a practice that does not fit on a line beside its place"), Place: p.of("España, Italia, Alemania y Reino Unido", "Spain, Italy, Germany and United Kingdom"), Tag: out.Tags[0].Title, TagKind: "firm", Rows: []report.Paragraph{
			{Title: how, Text: p.of("Formación gratuita por internet para la madera y el mueble. Empieza desde cero.", "Free training online for wood and furniture. It starts from zero.")}},
			You:    report.Paragraph{Title: you, Text: p.of("Dos horas cada jueves, una persona del taller y otra de la oficina.", "Two hours every Thursday, one person from the workshop and one from the office.")},
			Source: p.of("Fuente: página del proyecto.", "Source: the project's page.")},
	}
	out.Contacts = report.Table{Head: []string{p.of("Quién", "Who"), p.of("Para qué", "What for"), p.of("Cómo", "How"), p.of("Comprobado", "Checked")}, Numeric: []bool{false, false, false, true}, Rows: [][]string{
		{p.of("Línea de ayuda de muestra", "Sample help line"), p.of("Correos falsos, copias, contraseñas", "False e-mails, backups, passwords"), p.of("Teléfono, gratis", "Telephone, free"), p.of("3 nov 2026", "3 Nov 2026")},
		{p.of("Centro tecnológico de muestra", "Sample technology centre"), p.of("Tecnología para el mueble y la madera", "Technology for furniture and wood"), "centro.example", p.of("3 nov 2026", "3 Nov 2026")},
		{p.of("Clúster de muestra", "Sample cluster"), p.of("Visitas, grupos de empresas, formación", "Visits, groups of firms, training"), "cluster.example", p.of("3 nov 2026", "3 Nov 2026")},
	}}
	out.Trainings = report.Table{Head: []string{p.of("Curso", "Course"), p.of("Quién lo da", "Who gives it"), p.of("Horas", "Hours")}, Numeric: []bool{false, false, true}, Rows: [][]string{
		{p.of("Copias de seguridad para pymes", "Backups for small firms"), p.of("Centro de muestra", "Sample centre"), "8"},
		{p.of("Hoja de cálculo en el taller", "Spreadsheets in the workshop"), p.of("Estado desconocido", "State unknown"), "16"},
	}}
	return out
}

func (p pick) annex() *report.Annex {
	out := &report.Annex{Section: p.of("Anexo", "Annex"), Title: p.of("Todas las respuestas", "All answers"),
		HeadNumber: p.of("N.º", "No."), HeadQuestion: p.of("Pregunta", "Question"), HeadAnswer: p.of("Respuesta", "Answer"), HeadLevel: p.of("De 0 a 5", "0 to 5"), HeadRelevance: p.of("Importa", "Matters"),
		Legend: p.of("Con hoja: con nota. Con bandera: para revisar. ? no lo sé: no entra en la media y baja lo contestado.", "Sheet: with a note. Flag: to check. ? don't know: not in the mean, and it lowers the coverage.")}
	n := 0
	if !p.spanish {
		n = 1
	}
	for i, a := range sampleAreas {
		g := report.AnnexGroup{Icon: a.icon, Name: p.of(a.es, a.en), Coverage: p.of("8 de 9 contestadas", "8 of 9 answered"), Value: p.num(a.value)}
		for j, q := range sampleQuestions {
			r := report.AnnexRow{Number: fmt.Sprint(i*9 + j + 1), Question: q.q[n], Answer: q.a[n], Level: q.level, LevelText: fmt.Sprint(q.level), Relevance: p.of("algo", "some"), Note: j == 3, Flag: j == 3 || j == 6}
			if j%3 == 0 {
				r.Relevance, r.Strong = p.of("mucho", "a lot"), true
			}
			if q.level < 0 {
				r.LevelText = "?"
			}
			g.Rows = append(g.Rows, r)
		}
		out.Groups = append(out.Groups, g)
	}
	return out
}

func (p pick) method() *report.Method {
	m := &report.Method{Section: p.of("Método", "Method"), Title: p.of("Cómo salen los números", "How the numbers come about"), NotesTitle: p.of("Sus notas", "Your notes")}
	m.Paragraphs = []report.Paragraph{
		{Title: p.of("Escala", "Scale"), Text: p.of("Cada respuesta vale de 0 a 5. El valor de un área es la media de sus preguntas contestadas. El valor de la empresa es la media de las áreas.", "Each answer is worth 0 to 5. The value of an area is the mean of its answered questions. The value of the firm is the mean of the areas.")},
		{Title: p.of("Lo que falta", "What is missing"), Text: p.of("Lo que no aplica no cuenta. Lo que no se sabe no entra en la media, pero ensancha el margen: abajo vale 0, arriba vale 5.", "What does not apply does not count. What is not known stays out of the mean, but widens the range: 0 at the low end, 5 at the high end.")},
		{Title: p.of("Sin número", "No number"), Text: p.of("Con menos de la mitad de las preguntas contestadas no se pone número.", "With under half of the questions answered there is no number.")},
	}
	m.Table = report.Table{Head: []string{p.of("Área", "Area"), p.of("Nombre en la encuesta europea", "Name in the European survey")}}
	for _, a := range sampleAreas {
		m.Table.Rows = append(m.Table.Rows, []string{p.of(a.es, a.en), p.of("Gestión y conexión de datos", "Data management and connectedness")})
	}
	m.Notes = []report.Paragraph{
		{Title: p.of("Pregunta 31", "Question 31"), Text: p.of("Pedro guarda el disco en su casa los viernes; preguntar desde cuándo.\nEl segundo disco está pedido.", "Pedro takes the disk home on Fridays; ask since when.\nThe second disk has been ordered.")},
		{Title: p.of("Pregunta 36", "Question 36"), Text: p.of("El programa de compras es de 2014 y nadie tiene la contraseña de la empresa que lo instaló.", "The purchasing program is from 2014, and nobody has the password of the firm that installed it.")},
	}
	return m
}
