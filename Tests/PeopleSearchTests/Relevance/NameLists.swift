/// Given and family names of one culture, as people there write them.
struct NameList {
  let given: [String]
  let family: [String]
  /// What further family names are put together from.
  var stems: [String] = []
  var endings: [String] = []
  /// What stands between the two; empty where the family name comes first without a space.
  var separator = " "
  var familyFirst = false

  init(_ given: String, _ family: String, separator: String = " ", familyFirst: Bool = false) {
    self.given = given.split(separator: " ").map { String($0).replacing("_", with: " ") }
    self.family = family.split(separator: " ").map { String($0).replacing("_", with: " ") }
    self.separator = separator
    self.familyFirst = familyFirst
  }

  /// The same list with family names put together from parts.
  func families(_ stems: String, _ endings: String) -> NameList {
    var result = self
    result.stems = stems.split(separator: " ").map { String($0) }
    result.endings = endings.split(separator: " ").map { String($0) }
    return result
  }

  func name(_ given: String, _ family: String) -> String {
    familyFirst ? family + separator + given : given + separator + family
  }
}

/// Names of many cultures, compiled for measuring how well people are found.
///
/// None of them is in the sample data.
enum NameLists {
  static let latin = [
    NameList(
      "Marguerite Bartholomew Philippa Rupert Imogen Alistair Harriet Winifred Desmond Gwendolyn Nigel Rosalind Clive Beatrix Trevor Marjorie Julian Tabitha Quentin Prudence Jocelyn Humphrey Millicent Reginald",
      "Ashworth Pemberton Thistlethwaite Holloway Featherstone Cavendish Blackwood Hargreaves Winterbourne Fairclough Ellsworth Montague Whitcombe Sutherland Bancroft Lockhart Penhaligon Ravenscroft Stanhope Kettering O'Shaughnessy Fitz-Gibbon Wolstenholme Eddington"
    )
    .families(
      "Ash Black Brad Brook Clay Cran Dal East Fair Gold Hal Hart Kirk Lang Marsh Nor Oak Pem Rad Stan Thorn Wal West Wid",
      "ford ton ley worth field well bury brook ham combe wick shaw dale more stead"),
    NameList(
      "Johnathan Tyler Brianna Madison Jennifer Christopher Kimberly Dustin Heather Brandon Stephanie Gregory Melissa Jeffrey Amanda Zachary Courtney Derek Kristin Randall Julie Jules Katherine Kathleen",
      "Henderson Whitaker Richardson Stevenson Caldwell Hutchinson Ferguson Fernsby McAllister McCormick Vanderbilt Kowalski Delgado Sandoval Peterson Pedersen Anderson Andrews Mitchell Marshall Martinson Carpenter Underwood Abernathy"
    )
    .families(
      "Abram Ben Clark Daniel Edmund Ferrel Gerald Harri Jackin Lawren Mathe Nel Patter Robert Sander Thom Wat Wilker",
      "son sen sby s man"),
    NameList(
      "Julia Fernanda Guadalupe Íñigo Begoña Álvaro Ximena Joaquín Rocío Andrés Inés Martín Belén Sebastián Úrsula Germán Paloma Tomás Raúl Marisol Jesús Concepción Leandro Yolanda",
      "Fernández Gutiérrez Ibarra Zúñiga Echeverría Castañeda Domínguez Villanueva Quiñones Márquez Álvarez Benítez Cárdenas Sepúlveda Urrutia Montañez Peñaloza Arrieta Galdós Barrientos García_Lorca de_la_Vega del_Río Núñez"
    )
    .families(
      "Alvar Bermúd Cort Dí Estév Gonzal Ibáñ Jimén Lóp Martín Ordóñ Pér Ramír Sánch Velázqu Zam Cebri Rodrígu",
      "ez án era oza uela eiro ales"),
    NameList(
      "João Conceição Luís Beatriz Gonçalo Inês Vítor Fátima António Letícia Estêvão Marília Caetano Sónia Rui Mafalda Thiago Débora Vinícius Rosângela Otávio Camila Simão Flávia",
      "Magalhães Cordeiro Simões Guimarães Leitão Brandão Araújo Assunção Conceição Figueiredo Nogueira Falcão Vasconcelos Trindade Furtado Queirós Bragança Calçada Salomão Teixeira da_Costa dos_Anjos Proença Lourenço"
    )
    .families(
      "Alme Bar Car Fer Gui Lour Mach Nunes Per Ribe Sil Vie Azev Menes Pache Quint",
      "ida reira valho eiro ado anha eira ares edo"),
    NameList(
      "Océane Éloïse Benoît Thérèse Jérôme Hélène Gaëtan Maëlle Clément Solène Étienne Noémie Théophile Aurélie Stéphane Édith Jean-Baptiste Marie-Claire Loïc Fabienne Gérard Sylvain Margaux Cédric",
      "Beauchêne Lefèvre Château Delacroix Duchesne Marchand Rousselot Villeneuve Boisvert Charpentier Deschênes Gauthier Lévêque Montfort Thévenet Fournier Bélanger Giraudoux Pelletier Saint-Exupéry d'Aubigny L'Hôpital Archambault Bréguet"
    )
    .families(
      "Bern Cham Dup Font Guér Hébr Lam Mont Perr Rich Sauv Thib Vass Poir Garn Marc",
      "ard aud eau ier in ot oux elle ais"),
    NameList(
      "Björn Käthe Günther Jörg Ulrike Sieglinde Götz Annegret Hansjürgen Dörte Wolfgang Heike Friedhelm Bärbel Lüder Mechthild Ruprecht Hannelore Kürsad Jürn Gisela Reinhard Ottilie Volker",
      "Müllenhoff Schäfer Köhler Großmann Weiß Jäger Krüger Böhringer Schönfeld Löwenstein Dürrenmatt Kästner Vogelsang Pfeiffer Zimmermann Rößler Hübner Grünwald Steinhäuser von_Hohenstein Überschär Flößer Brückner Wächter"
    )
    .families(
      "Berg Birken Blumen Eisen Fried Grün Hoch Kirch Linden Morgen Neu Rosen Schön Stein Wald Winter Löwen Hölzl",
      "mann berg feld bach stein hauer meier thal brecht holz er"),
    NameList(
      "Sjoerd Maartje Wouter Geertje Thijs Femke Joost Anneke Ruben Liesbeth Gijs Marijke Bram Saskia Koenraad Hendrikje Siebren Tineke Floris Roelof Wilhelmina Diederik Lieke Jasper",
      "van_den_Berg de_Groot van_der_Meer Hoogland Kuipers Brouwer van_'t_Hof Oosterhuis Dijkstra Westerveld Zonneveld Kloosterman Schippers Veenstra ten_Brink Terpstra Nieuwenhuis Koopmans Reijnders IJsselstein Molenaar Slagter Verhoeven Wiersma"
    )
    .families(
      "Hooge Molen Noorder Ooster Wester Zuider Brugge Dijk Kerk Veld Water Linde",
      "man huis broek kamp veen stra sma ink laan"),
    NameList(
      "Åke Märta Håkan Göran Östen Birgitta Lennart Solveig Torbjörn Ylva Rasmus Gunnel Söderlind Kerstin Bengt Viveka Stellan Agneta Hjalmar Ragnhild Bjørg Øyvind Åse Sølvi",
      "Bergström Åkesson Sjöberg Hägglund Öberg Strömqvist Lindgren Grönlund Fåhræus Kjærgaard Nørgaard Østergaard Bjørnstad Håland Sæther Mørk Skjønsberg Rødland Ågård Thorbjørnsen Søgaard Dahlström Ekblad Nyqvist"
    )
    .families(
      "Alm Björk Dahl Ek Fors Gran Hag Hög Lind Lund Nord Ny Rosén Sjö Sand Söder Öst Wall",
      "ström gren qvist holm berg mark lund stedt vall kvist"),
    NameList(
      "Þórunn Guðrún Sigurður Ásgeir Hrafnhildur Ægir Þorsteinn Ísleifur Katrín Bjarni Steinunn Örn Sólveig Úlfur Aðalbjörg Jóhann Eyþór Védís",
      "Þorláksdóttir Guðjónsson Sigurðardóttir Ásgrímsson Hallgrímsson Ægisdóttir Björnsdóttir Ísaksson Ólafsdóttir Steinþórsson Örlygsson Jökulsson Mýrdal Kvaran Blöndal Thoroddsen Hafstein Brynjólfsson"
    )
    .families(
      "Arnar Einar Gunnar Helga Jóns Magnús Páls Ragnars Snorra Stefáns Þórðar Kristjáns",
      "son sdóttir dóttir"),
    NameList(
      "Wojciech Małgorzata Władysław Agnieszka Przemysław Jadwiga Stanisław Elżbieta Grażyna Zbigniew Bożena Mieczysław Bogumiła Kazimierz Żaneta Świętosław Radosław Danuta Sławomir Łucja Michalina Tadeusz Halina Dobrosława",
      "Wiśniewska Szczepański Błaszczyk Jabłoński Żuławski Gołębiewski Śliwińska Pawłowicz Krzyżanowski Wróblewski Dąbrowska Zieliński Grzędzicki Łuczak Ćwikliński Kuźniar Świderski Piątek Węgrzyn Maślanka Wałęsa Olszewska Chmielewski Rączkowski"
    )
    .families(
      "Adam Bor Czerw Dębow Gór Jarosz Kamień Lewandow Majew Nowic Ostrow Sikor Wasil Zaborow Żółt",
      "ski ska iński ińska ewicz czyk owicz ak"),
    NameList(
      "Zdeněk Růžena Bohumil Květa Jiřina Řehoř Vojtěch Ludmila Miloš Šárka Čestmír Blažena Ľubomír Žofia Štefánia Ďuro Oldřich Markéta",
      "Novotný Procházková Černý Hrušková Šťastný Růžička Dvorská Kučera Příhoda Žižka Vondráček Řezníček Hájková Ďurica Ľalík Šimečka Čapek Zeman"
    )
    .families(
      "Bene Blaž Ded Hav Hor Kol Kratoch Mal Pros Ští Vese Zají",
      "ček šek ák ička líček ina ová ek"),
    NameList(
      "Erzsébet Gergő Zsófia László Ágnes Bálint Ödön Kálmán Emőke Győző Réka Szilárd Tünde Levente Ibolya Ferenc Dezső Piroska",
      "Szabó Kovács Tóth Nagyházi Fekete Gyarmati Csákány Szűcs Földes Bárány Németh Rákóczi Kőszegi Ősz Vörös Zsoldos Petőfi Hajdú"
    )
    .families(
      "Bala Csord Domb Farka Ger Horv Jász Kerek Lak Mész Sár Török",
      "os áth i ási ényi ász"),
    NameList(
      "Đorđe Živka Ljiljana Goran Snežana Miroslav Ćiro Vesna Zvonimir Jasmina Borislav Mirjana Branko Nikolina Dragoslav Šejla Hrvoje Štefica",
      "Đukanović Petrović Jovanović Šarić Živković Kovačević Ćosić Lončar Marković Vukašinović Božić Mihajlović Stanković Čolak Perišić Hadžić Knežević Grgić"
    )
    .families(
      "Bog Dragu Ili Jank Luk Mati Niko Pav Radi Simo Todor Vas Zec",
      "ović ić ević anović inac ac"),
    NameList(
      "Ștefania Ionuț Mădălina Răzvan Ilinca Bogdan Șerban Ancuța Grațiela Cătălin Sânziana Traian Brândușa Horia Doina Lăcrămioara",
      "Ionescu Dumitrescu Șerbănescu Țurcanu Brătianu Câmpeanu Vlădescu Munteanu Găvănescu Stănescu Rădulescu Constantinescu Bălcescu Mânzat Ciobanu Tănase"
    )
    .families(
      "Alb Bar Cioc Drag Florin Geor Iord Manol Nicol Popov Stef Văcăr",
      "escu eanu aru oiu ache an"),
    NameList(
      "Gülşen Özgür Çağla Şebnem İlker Ayşegül Uğur Yıldız Ömer Tuğba Işık Hüseyin Sıla Çetin Gökhan Nazlı Kıvanç Müjde",
      "Yıldırım Özdemir Çakır Şahin İnönü Kılıçdar Güneş Aydoğan Karagöz Öztürkmen Büyükşehir Taşkın Demirtaş Uğurlu Akıncı Erdoğdu Yüksel Bozkurt"
    )
    .families(
      "Ak Altın Bay Demir Er Gül Kara Kaya Öz Sarı Taş Tek Ulu Yıl",
      "türk kaya doğan soy can oğlu taş bulut demir"),
    NameList(
      "Quỳnh Hương Đức Tuấn Phương Thảo Khánh Minh Hồng Dũng Trâm Vũ Bảo Lệ Tường Uyên Huyền Nghĩa",
      "Trần Lê Phạm Hoàng Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Lương Phan Mạc Tô", familyFirst: true),
    NameList(
      "Federica Giancarlo Niccolò Ludovica Gianluca Ornella Massimiliano Donatella Ruggero Serafina Fiorenza Ermanno Giuseppina Raffaele Loredana Vincenzo Ginevra Ottavio",
      "Marchetti Bevilacqua Della_Rovere D'Annunzio Montefiore Santarelli Pellegrini Guidobaldi Castellani Vespucci Dell'Acqua Ferrante Quattrocchi Sant'Angelo Zambrotta Benincasa Fioravanti Ghirlandaio"
    )
    .families(
      "Alber Bened Carb Fanti Giord Lomb Mazz Napol Ors Pagli Ric Salv Tomas Zan",
      "ini elli etti one acci ardi ano ucci"),
    NameList(
      "Oluwaseun Adaeze Chukwuemeka Folasade Babatunde Ifeoma Nnamdi Yetunde Kehinde Tochukwu Obinna Amarachi Temitope Sọlá Ayọ̀délé Uchenna Ikenna Bukola",
      "Adebayo Okonkwo Eze Olatunji Nwosu Ogunleye Achebe Balogun Chukwu Onyekachi Akintola Obasanjo Ekwueme Afolabi Ṣóyínká Oyelaran Uzodinma Ojukwu"
    )
    .families(
      "Ade Ola Olu Ayo Baba Oba Chi Nwa Oyin Ogun",
      "yemi wale femi tunde rinde kola nedu biyi"),
    NameList(
      "Aishwarya Venkatesh Lakshmi Rajesh Sunita Harpreet Manjula Vikram Deepika Gurpreet Shivani Ramachandran Kavitha Siddharth Padmini Anirudh Meenakshi Chandrika",
      "Subramanian Krishnamurthy Bhattacharya Mukherjee Iyengar Deshpande Chattopadhyay Ranganathan Venkataraman Kulkarni Agarwal Srinivasan Banerjee Gopalakrishnan Dasgupta Natarajan Joshi Raghavan"
    )
    .families(
      "Rama Krishna Venkata Jaya Hari Shiva Vijaya Nara Maha Chandra",
      "swamy murthy nathan chandran raman moorthy lingam rajan"),
    NameList(
      "Abdul-Rahman Khadijah Mu'adh Zaynab Yusuf Maryam Bilal Salma Tariq Hanan Idris Ruqayya Jamal Suhayla Qasim Najwa Zakariyya Umm-Kulthum",
      "al-Khatib al-Mansour el-Baradei bin_Rashid Abu_Zayd al-Jaziri Haddawi Qabbani Darwish Mahfouz Sha'rawi Barakat Tamimi al-Farabi Nasrallah Khalidi Sayegh Zoabi"
    )
    .families(
      "Abdul al- Abu el- Ben Ibn",
      "rahim malik nasser kareem sabbagh hakim najjar rashidi ghazali zaman"),
  ]

  static let cyrillic = [
    NameList(
      "Александра Всеволод Людмила Григорий Ярослава Фёдор Ксения Тимофей Зинаида Алёна Семён Вячеслав Надежда Юрий Эльвира Матвей Лукерья Пётр",
      "Соловьёв Кузнецова Чайковский Шостакович Морозов Лебедева Виноградов Щербакова Королёв Зайцев Белоусова Тихонравов Яковлев Ефимова Жуковский Циолковский Добролюбов Гоголева"
    )
    .families(
      "Алекс Богдан Ворон Григорь Давыд Зуб Карп Медвед Никит Павл Родион Степан Тарас Фомич",
      "ов ова ев енко ский ин ина юк"),
    NameList(
      "Оксана Тарас Соломія Богдана Єлизавета Назар Ґалина Остап Яринка Любомир Іванна Мирослава",
      "Шевченко Лисенко Коваленко Бойчук Франків Українець Гончаренко Ткачук Їжакевич Сковорода Петлюра Довженко"
    )
    .families(
      "Бонд Гнат Дан Кравч Мельн Олійн Попов Савч Ярем",
      "енко ук ів ишин чук ський"),
  ]

  static let eastAsian = [
    NameList(
      Self.pairs("小建丽志秀文雨子海德晓玉", "明国华强英博桐涵燕东兰栋远玲然"), "王 欧阳 陈 赵 诸葛 周 吴 孙 徐 马 朱 胡 林 郭 何 高", separator: "",
      familyFirst: true),
    NameList(
      Self.pairs("太健翔直拓和正真恵美智裕", "郎一太樹也夫子美介人"), "田中 渡辺 伊藤 小林 加藤 吉田 佐々木 山口 松本 井上 木村 斎藤 清水 長谷川", familyFirst: true),
    NameList(
      Self.pairs("민서지하도수예현채건유성", "준연훈은윤빈민우원진호"), "박 최 정 강 조 윤 장 임 한 오 서 신 권 황", separator: "", familyFirst: true),
  ]

  /// All names of one of some letters and one of some others.
  private static func pairs(_ first: String, _ second: String) -> String {
    first.flatMap { letter in second.map { "\(letter)\($0)" } }.joined(separator: " ")
  }

  static let titles = [
    "Head of Research", "Professor of History", "Software Engineer", "Product Manager", "Chief Executive",
    "Data Scientist", "Librarian", "Curator", "Journalist",
    "Policy Adviser", "Nurse", "Architect", "Lecturer in Law", "Museum Director", "Economist", "Illustrator",
    "Independent Consultant", "VP of Marketing", "R&D Lead", "",
  ]
  static let companies = [
    "Quillon Analytics", "Nordwind Energy", "Fernhill Press", "Maple & Stone", "Tessellate", "Zephyrine",
    "Umbra Studios", "Kestrel Robotics", "Opaline Health", "Granite Peak Bank",
    "Juniper Street Theatre", "Verdigris Ltd", "Halcyon Airlines", "Bluebell Hospital", "Corvid Games", "Saffron Foods",
    "Polaris Institute", "Driftwood Radio", "Ostara Chemicals", "Lumenfield",
    "Copperline Rail", "Ibex Outdoor", "Wren & Daughters", "Harrow Insurance", "Pinecrest School", "Vantablack Media",
    "Solstice Energy", "Ardent Legal", "Mistral Shipping", "",
  ]
}
