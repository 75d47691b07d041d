"""Name and word lists. Common forenames and surnames of many origins, and parts of which place names are built."""

from __future__ import annotations


def _w(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _list(text: str) -> tuple[str, ...]:
    """What stands between semicolons."""
    return tuple(" ".join(item.split()) for item in text.split(";"))


FORENAMES: dict[str, tuple[str, ...]] = {
    "british": _w(
        """
Oliver George Harry Jack Jacob Noah Charlie Thomas Oscar William James Leo Alfie Henry Joshua Freddie Archie Ethan
Isaac Alexander Joseph Edward Samuel Max Logan Lucas Daniel Theo Arthur Mohammed Harrison Benjamin Mason Finley
Sebastian Adam Dylan Zachary Riley Teddy Theodore David Elijah Jake Toby Louie Reuben Arlo Hugo Luca Jaxon Matthew
Harvey Reggie Michael Harley Jude Albert Tommy Luke Stanley Jenson Frankie Jayden Gabriel Elliot Ronnie Callum Kai
Tyler Connor Kieran Liam Ryan Aaron Bradley Scott Craig Darren Wayne Lee Gary Kevin Stephen Paul Ian Neil Stuart
Graham Keith Barry Trevor Nigel Derek Malcolm Roy Ronald Dennis Amelia Olivia Isla Emily Poppy Ava Isabella Jessica
Lily Sophie Mia Sophia Evie Ella Scarlett Charlotte Phoebe Daisy Freya Sienna Alice Matilda Florence Harriet Eva
Millie Rosie Maisie Erin Imogen Layla Elsie Thea Lola Bella Holly Eliza Lottie Nancy Gracie Martha Lexi Darcie
Beatrice Orla Tilly Skye Chelsea Kayleigh Jade Chantelle Stacey Kelly Leanne Gemma Natalie Michelle Nicola Tracey
Sharon Julie Karen Debbie Susan Christine Margaret Jean Doreen Maureen Sheila Pauline Brenda Lorraine Donna Mandy
Tina Beverley Denise Jacqueline Lesley Gillian Hilary Rachel Rebecca Hannah Bethany Shannon Courtney Paige Megan
Abigail Keeley Demi Kirsty Lynsey Carly Siobhan Niamh Declan Ciaran Rhys Gareth Bronwen Angharad Cerys Dafydd Hamish
Ewan Fergus Morag Ailsa Mhairi Rory Duncan Shaun Dean Carl Simon Andrew Philip Peter Robert Jason Kenneth Raymond
Terence Bernard Norman Cyril Edith Winifred Mabel Ethel Gladys Hilda Phyllis Dorothy Eileen Kathleen Marjorie Vera
Betty Sylvia Barbara Irene Audrey
"""
    ),
    "traveller": _w(
        """
Bridget Margaret Nan Kathleen Johnny Paddy Miley Jimmy Winnie Nora Biddy Martin Christy Francie Bernie Josie Teresa
Myles Patrick Felix Simey Barney Shantelle
"""
    ),
    "pakistani": _w(
        """
Mohammad Ahmed Ali Hamza Bilal Usman Imran Adeel Faisal Tariq Asif Waseem Zain Ibrahim Haroon Rizwan Shahid Kashif
Nadeem Junaid Arslan Danyal Zeeshan Sajid Khurram Qasim Aisha Fatima Zainab Maryam Saima Nadia Shazia Rukhsana
Nasreen Sobia Farzana Samina Tahira Bushra Hafsa Iqra Mahnoor Sana Amina Noor Khadija Shabana Yasmin Rabia Uzma
"""
    ),
    "bangladeshi": _w(
        """
Abdul Rahim Shahin Kamal Jahangir Mizan Rafiq Habib Salim Nazrul Rubel Tanvir Shuhel Rahima Sultana Nargis Rokeya
Taslima Shirin Momtaz Jesmin Nasima Fahmida Rehana Lutfa Sabina
"""
    ),
    "indian": _w(
        """
Raj Amit Sanjay Vikram Arjun Rohan Anil Suresh Harpreet Gurpreet Manjit Jaspal Balwinder Kuldeep Rajinder Sukhdeep
Amrit Kiran Deepak Nikhil Pradeep Ravi Ashok Priya Anjali Sunita Meena Kavita Pooja Neha Simran Jasleen Harleen
Parminder Baljit Ranjit Surinder Nisha Shreya Divya Lakshmi Geeta Asha Rekha Hetal Bhavna
"""
    ),
    "nigerian": _w(
        """
Chinedu Emeka Obinna Ifeanyi Olumide Babatunde Tunde Segun Femi Kunle Ayodele Oluwaseun Kelechi Uchenna Tobi
Damilola Adebayo Chidi Nnamdi Ikenna Ngozi Chioma Adaeze Folake Bukola Yetunde Funmilayo Titilayo Temitope Ifeoma
Nkechi Amaka Omolara Simisola Blessing Chiamaka Abimbola Oluchi Folasade
"""
    ),
    "somali": _w(
        """
Abdi Abdirahman Mohamed Hassan Yusuf Ayanle Liban Guled Mahad Warsame Farah Hodan Hodo Ifrah Sagal Sahra Fadumo
Halima Asha Deqa Ayaan Amal Zamzam Hibo Ismahan Khadra
"""
    ),
    "ghanaian": _w(
        """
Kwame Kofi Kwaku Yaw Kojo Kwabena Nana Ama Akosua Abena Efua Adwoa Esi Afia Akua Yaa Mensima Araba
"""
    ),
    "polish": _w(
        """
Piotr Krzysztof Tomasz Marcin Pawel Paweł Michał Michal Łukasz Lukasz Grzegorz Jakub Kacper Wojciech Dawid Szymon
Agnieszka Małgorzata Malgorzata Katarzyna Magdalena Monika Beata Justyna Zofia Zuzanna Oliwia Maja Kinga Dorota Ewa
Aneta Bozena
"""
    ),
    "romanian": _w(
        """
Andrei Ionut Cristian Mihai Florin Marius Bogdan Razvan Vasile Gheorghe Costel Elena Ioana Mihaela Alina Ramona
Simona Daniela Larisa Florentina Crina Loredana Ancuta Denisa
"""
    ),
    "roma": _w(
        """
Marek Milan Jozef Ladislav Rudolf Gejza Darina Renata Zdenka Viera Kvetoslava Esmeralda Armando Lacrimioara Rozalia
Ferko Tibor Narcisa
"""
    ),
    "arabic": _w(
        """
Omar Khaled Mahmoud Mustafa Karim Youssef Samir Tarek Walid Rami Nasser Bashar Ziad Layla Rania Hanan Salma Nour
Samira Huda Lina Dalia Mona Rasha Yara Reem Zahra Abdullah Fawzi Jamal
"""
    ),
    "turkish": _w(
        """
Mehmet Mustafa Ahmet Emre Burak Kemal Hakan Serkan Ozan Cem Murat Ayşe Ayse Fatma Emine Hatice Zeynep Elif Gul Sevda
Yildiz Derya Nuray Ozlem Berfin
"""
    ),
    "kurdish": _w(
        """
Azad Rebin Shwan Rawa Kawa Hiwa Dilan Rojin Zilan Berivan Shilan Nazdar Avin Hejar Karwan Soran Aram Sarkawt Chnar
Dashne
"""
    ),
    "chinese": _w(
        """
Wei Jun Ming Hao Lei Xin Jing Mei Ling Yan Fang Hui Li-Na Xiaoling Yuki Kai-Ming Wing-Yee Siu Ka-Yan Tsz Jiayi Zihan
"""
    ),
    "vietnamese": _w(
        """
Minh Tuan Hung Duc Quang Thanh Linh Lan Huong Mai Thuy Ngoc Trang Phuong Hoa Thi Duong Bao Khanh
"""
    ),
    "caribbean": _w(
        """
Winston Delroy Leroy Errol Clive Desmond Devon Marlon Jermaine Dwayne Tyrone Kemar Shanice Shaniqua Marcia Yvonne
Cynthia Merlene Claudette Sonia Keisha Latoya Tanisha Rochelle Verna Ionie Hyacinth Precious
"""
    ),
    "eritrean": _w(
        """
Tesfay Yonas Filmon Dawit Samuel Kidane Berhane Mewael Robel Natnael Selam Helen Semhar Feven Bisrat Letebrhan Rahwa
Saba Winta Almaz Mebrahtom Hiwet
"""
    ),
    "afghan": _w(
        """
Najib Farid Zabiullah Hamid Naweed Rahmat Gulalai Parwana Spozhmai Laila Shukria Fereshta Mirwais Esmat Ahmadzia
Wahida
"""
    ),
    "lithuanian": _w(
        """
Jonas Tomas Darius Mindaugas Vytautas Rasa Egle Ieva Lina Ruta Janis Andris Inese Dace Liga Ilze Olena Iryna Oksana
Dmytro Taras Yulia Svitlana
"""
    ),
    "portuguese": _w(
        """
João Joao Tiago Rui Paulo Nuno Inês Ines Catarina Mariana Fátima Graca Lurdes Rafael Thiago Luciana Adriana
Rosângela Wagner Edson Zoltan Istvan Katalin Ildiko
"""
    ),
}
WORD_FORENAMES = _w(
    """
Grace Will Mark May Hope Joy Rose Ruby Faith Amber Dawn Summer Autumn April June Violet Iris Olive Ivy Pearl Rob
Bill Frank Jack Drew Heather Holly Art Gene Miles Chase Destiny Harmony Honey Patience Charity Mercy Angel Star Sky
Robin Chance Guy Rich Dean Earl Melody Carol Gail Sandy Daisy Lily Poppy Hazel Ginger Penny Sunny Storm River Junior
Prince Blessing Clay Bob Pat Sue Jay Kit Ray Dale Glen Cliff Reed Kip Josh Victor Norm Basil
"""
)
WORD_SURNAMES = _w(
    """
Young Long Church Brown White Green Black Gray King Bishop Pope Knight Baker Butcher Cook Carter Mason Hunter Fisher
Fox Wolf Bird Swan Nightingale Bush Wood Woods Field Hill Brook Rivers Lake Pond Stone Banks Street Lane Park Parks
Hall House Kitchen Best Good Goodman Strong Small Little Short Sharp Smart Power Day Weeks Winter Summers Frost Snow
Rain Flood Rose Berry Cherry Plant Moss Heath Marsh Ford Bridge Gates Wall Bell Page Read Price Cash Penny Savage
Wild Love Darling Moody Noble Sheriff Constable Sargent Major Marshall Steward Nurse Law Judge Parish Priest Abbott
Dean Dear Self Case Child Childs Bairn Poor Rich Early Late Last Pain Blood Bone Hand Foot Head Legg Beard Ball
Cross Train Carr Wells Pitt Drew Ward Homes Holmes Drinkwater Speed Gamble Payne Swift Joy
"""
)
SURNAMES: dict[str, tuple[str, ...]] = {
    "british": _w(
        """
Smith Jones Taylor Williams Davies Evans Wilson Thomas Roberts Johnson Lewis Walker Robinson Wright Thompson Hughes
Edwards Jackson Clarke Harris Turner Cooper Ward Morris Moore Clark Harrison Morgan Patterson Allen James Scott
Phillips Watson Davis Parker Bennett Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy
Miller Cox Richards Marshall Anderson Simpson Ellis Adams Wilkinson Foster Powell Chapman Webb Rogers Mills Matthews
Owen Palmer Barnes Lloyd Butler Russell Barker Fisher Jenkins Stevens Murray Dixon Harvey Graham Fletcher Andrews
Howard Stewart Pearson Reynolds Hudson Gibson Ford Simmons Fraser Elliott Lawson Saunders Newton Dawson Barrett
Burton Nicholson Hewitt Atkinson Brookes Sutcliffe Ramsbottom Ogden Entwistle Hargreaves Holroyd Ackroyd
Hebblethwaite Postlethwaite Bramall Crowther Dyson Earnshaw Fairclough Gledhill Heseltine Illingworth Jagger Kershaw
Lumb Metcalfe Naylor Oldroyd Pickles Rushworth Schofield Tattersall Uttley Varley Whiteley Yeadon Pritchard Bevan
Prosser Rees Pugh Gwynne Llewellyn Cadwallader Penhaligon Trelawny Tregenza Polkinghorne Nankivell Trevithick
McAllister McDonald MacLeod Campbell Sinclair Drummond Buchanan Abercrombie Farquhar Geddes O'Brien O'Connor
O'Sullivan Byrne Gallagher Doherty Kavanagh Brennan Maguire Quinn Duffy Flanagan McCarthy McGrath McKenna Rafferty
Tierney Whelan Winstanley Wainwright Arkwright Cartwright Tunnicliffe Sidebottom Longbottom Farrow Whitlock Cutler
Garside Haddon Pemberton Rigby Stanworth Threlfall Underhill Vickers Wetherall Blenkinsop Copsey Dunnett Eastoe Fenn
Gooch Jermyn Kerrison Larter Mallett Nudd Orford Pye Quantrill Rix Sayer Thurlow Utting Wymer
"""
    ),
    "traveller": _w(
        """
Ward Doherty McDonagh Connors Maughan Stokes Cash Delaney Reilly Sheridan Purcell Gavin Joyce Mongan McGinley
Quilligan Collins
"""
    ),
    "pakistani": _w(
        """
Khan Hussain Ahmed Malik Iqbal Mahmood Akhtar Shah Mirza Butt Chaudhry Raja Qureshi Siddiqui Ashraf Bashir Rehman
Javed Aziz Anwar Saleem Rashid Aslam Yousaf Zaman Bibi Begum Sheikh Parveen Kausar
"""
    ),
    "bangladeshi": _w(
        """
Miah Begum Khatun Uddin Chowdhury Rahman Islam Hoque Ali Alam Choudhury Kabir Sarkar Talukdar Bhuiyan Mollah Ullah
Akther
"""
    ),
    "indian": _w(
        """
Patel Singh Kaur Sharma Gill Sandhu Dhillon Grewal Sidhu Mehta Shah Desai Joshi Nair Menon Pillai Reddy Iyer Rao
Gupta Verma Kapoor Bains Johal Atwal Bhatt Solanki Parmar Chauhan Mistry
"""
    ),
    "nigerian": _w(
        """
Okafor Okonkwo Adeyemi Adebayo Balogun Eze Nwosu Obi Ogunleye Olawale Bello Abubakar Nwachukwu Chukwu Okoro
Onyekachi Akinola Adewale Oladipo Ojo Uzor Igwe Danjuma Fashola Ogunbanjo Okeke Ezekwesili
"""
    ),
    "somali": _w(
        """
Abdi Hassan Mohamud Ali Warsame Farah Jama Osman Aden Hersi Ismail Yusuf Elmi Duale Nur Abdullahi Sheikh-Ali Omar
"""
    ),
    "ghanaian": _w(
        """
Mensah Owusu Boateng Asante Osei Appiah Agyeman Addo Amoah Ofori Sarpong Darko Antwi Quaye Tetteh Ansah
"""
    ),
    "polish": _w(
        """
Nowak Kowalski Kowalska Wiśniewski Wisniewska Wójcik Wojcik Kowalczyk Kamiński Kaminska Lewandowski Zieliński
Zielinska Szymański Woźniak Dąbrowska Dabrowski Kozłowski Jankowska Mazur Krawczyk Piotrowska Grabowski Pawlak
Michalska
"""
    ),
    "romanian": _w(
        """
Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Munteanu Lupu Moldovan Iancu Barbu
Cojocaru Vasilescu Marin Neagu Tudor
"""
    ),
    "roma": _w(
        """
Horvath Balog Kotlar Ziga Tancos Lakatos Gabor Rezmives Calderar Stanescu Csonka Pusoma Cina Danko Bandy
"""
    ),
    "arabic": _w(
        """
Al-Hassan Haddad Mansour Nasser Khoury Al-Masri Saleh El-Sayed Hamdan Abdallah Al-Jabri Kassem Darwish Shaheen
Al-Rashid Awad Hijazi Jaber Halabi bin-Said Ben-Ali Benali Mahdi
"""
    ),
    "turkish": _w(
        """
Yilmaz Yılmaz Kaya Demir Sahin Çelik Celik Yildirim Ozturk Öztürk Aydin Arslan Dogan Kilic Aslan Polat Korkmaz
Erdogan Guler
"""
    ),
    "kurdish": _w(
        """
Barzani Ahmad Rashid Karim Zebari Mahmoud Sorani Hawrami Jaff Rostami Kakai Shekhani Bradosti
"""
    ),
    "chinese": _w(
        """
Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Lin Cheung Wong Chan Lam Leung Ng Ho Tang
"""
    ),
    "vietnamese": _w("Nguyen Tran Le Pham Hoang Phan Vu Dang Bui Do Duong Ngo"),
    "caribbean": _w(
        """
Campbell Brown Grant Francis Gordon Henry Reid Clarke Bailey Wallace Morrison Blake Pinnock Samuels Thompson Wynter
Beckford Dacosta Facey Lindo Cadogan Braithwaite Alleyne Joseph
"""
    ),
    "eritrean": _w(
        """
Tesfay Gebremedhin Haile Kidane Berhe Abraha Tekle Woldemichael Habte Ghebreselassie Mehari Asfaha Okbay Tsegay
"""
    ),
    "afghan": _w(
        """
Ahmadzai Noorzai Stanekzai Rahimi Karimi Safi Wardak Yousafzai Popalzai Hotak Zadran Nazari
"""
    ),
    "lithuanian": _w(
        """
Kazlauskas Petrauskas Jankauskiene Balciunas Ozolins Berzins Kalnina Shevchenko Kovalenko Bondarenko Tkachenko
Melnyk
"""
    ),
    "portuguese": _w(
        """
Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Carvalho Teixeira
Moreira Szabo Nagy Kovacs Toth
"""
    ),
}
NICKNAMES = _w(
    """
Bev Shaz Kaz Daz Gaz Baz Trace Deb Debs Sal Mo Jo Joey Bobby Billy Robbie Stevie Mickey Nicky Vicky Tash Nat Kel
Kels Leigh Ange Chris Trish Shell Mands Lou Loz Jaz Jez Jamie Kez Cass Fi Fifi Teds Tez Dunc Zee Zed Ty Jayjay AJ TJ
DJ CJ MJ Bubs Tiny Spud Smudge Ginge Titch Midge Nobby Sparky Dodge Big-Dave Ste Ant Abs Sid Naz Faz Ash Ricky Ronny
Lenny Kenny Danny Benny Sammy Tommo Robbo Jonno Macca Gibbo Thommo Scottie Dougie Ozzy Izzy Lexi Ellie Abbie Beth
Meg Maddie Hattie Nell Peg Dot Dolly Queenie Dilly Nessie
"""
)
PLACE_HEADS = _w(
    """
Ash Thorn Kirk Brack Calder Wether Har Hols Mars Nether Over Upper Oak Elm Birch Hazel Fern Gorse Heather Wins Tod
Pen Tre Llan Aber Caer Inver Strath Dun Bal Kil Glen Kin Craig Loch Auch Stan Mel Wal Wol Bar Bur Brom Bex Crow Cray
Dag Dar Der Dor East West North South Ed Ell Em Fal Far Fen Fil Gat Gil Gos Grims Had Hal Ham Hart Hat Heb Hen Hex
Hin Hor Hud Ings Ips Kel Kes Ket Kings Knar Lang Led Leigh Lin Long Lud Lut Lyn Mans Mar Mid Mil Mor Nant New Nor
Ock Old Or Os Ot Pad Pat Pick Pons Pud Rad Rams Rav Red Rich Rip Rom Roth Rough Sad Sal Scar Sed Sel Sett Shel Ship
Skel Skip Sleaf Spal Staf Stain Stave Stock Stow Sud Sut Swin Tad Tam Taun Ten Tet Thir Thur Tick Tid Up Ux Wad Wake
Ware War Wat Wed Wen Whit Wick Wid Wig Wil Wim Wood Wor Yar Yate
"""
)
PLACE_TAILS = _w(
    """
ford ley wick by thorpe worth den combe bridge bury ham ton stead field hurst mere mouth well wood borough burn
cliffe dale gate grove holme leigh low moor ness over port rigg royd shaw side stock stoke stow thwaite water well
wold yard hope bourne church caster brook bank beck
"""
)
PLACE_SECOND = _list(
    """
on Sea; Green; Heath; Common; Magna; Parva; St Mary; St John; Regis; Cross; Hill; Park; End; Bay; Spa; Vale; Bank;
Row; upon Tarn; under Edge; le Moor; Mills; Moor; Deeping; by Water
"""
)
TOWNS = _w(
    """
Bolton Rochdale Oldham Bury Wigan Burnley Blackburn Preston Lancaster Halifax Huddersfield Wakefield Barnsley
Doncaster Rotherham Grimsby Lincoln Boston Corby Kettering Luton Bedford Slough Reading Swindon Gloucester Taunton
Torquay Plymouth Exeter Truro Dover Margate Hastings Crawley Woking Watford Harlow Basildon Southend Ipswich Norwich
Lowestoft Peterborough Telford Stafford Walsall Dudley Redditch Wrexham Swansea Newport Cardiff Barry Llanelli
Paisley Dundee Perth Inverness Sunderland Gateshead Hartlepool Carlisle Barrow Morecambe Birkenhead Bootle
Skelmersdale Salford Tameside Stockport Croydon Ealing Barking Tottenham Peckham Hackney Newham Brent Enfield
Brixton Toxteth Chapeltown Handsworth Sparkbrook Easton
"""
)
CITIES = _w(
    """
London Manchester Birmingham Leeds Liverpool Glasgow Edinburgh Bristol Sheffield Newcastle Nottingham Leicester
Coventry Bradford Hull Belfast
"""
)
COUNTRIES = _w(
    """
Pakistan Bangladesh India Nigeria Ghana Somalia Eritrea Ethiopia Sudan Syria Iraq Iran Afghanistan Turkey Poland
Romania Slovakia Lithuania Latvia Bulgaria Albania Portugal Brazil Jamaica Barbados Ireland China Vietnam Kenya
Uganda Zimbabwe Ukraine Hungary Spain France Germany Sweden Norway Canada
"""
)
STREET_TYPES = _w(
    """
Street Road Avenue Close Lane Drive Crescent Terrace Grove Way Gardens Court Place Row Walk Mews Rise View Hill
Square Parade Green Fold Croft Brow Bank Gate Wynd Loan Brae
"""
)
STREET_ABBREVIATED = _w("St Rd Ave Cl Ln Dr Cres Tce Gdns Ct Pl")
ESTATES = ("estate", "Estate", "flats", "housing estate", "Flats")
SAINTS = _w(
    """
Wulfstan Hilda Cuthbert Oswald Aidan Chad Botolph Swithun Bede Thomas Anne Mary Joseph Bernadette Monica Teresa Jude
Barnabas Columba Ninian Winifred David Teilo Cadoc Piran Alban Edmund Etheldreda Giles Luke Mark Peter Paul
Catherine Bridget Brendan Kevin Margaret Gregory Xavier Augustine Benedict Dominic
"""
)
CLINICAL = _w(
    """
Nightingale Seacole Fleming Lister Jenner Nye Maple Willow Cedar Rowan Beech Larch Juniper Primrose Bluebell
Foxglove Kingfisher Heron Skylark Curlew Avocet Lapwing Osprey Meadow Orchard Jasmine Lavender Poppy Sapphire
Emerald Amber Garnet
"""
)
NATIONALITIES = _w(
    """
Pakistani Bangladeshi Indian Nigerian Ghanaian Somali Eritrean Ethiopian Sudanese Syrian Iraqi Iranian Afghan
Turkish Kurdish Polish Romanian Slovakian Lithuanian Latvian Bulgarian Albanian Portuguese Brazilian Jamaican
Barbadian Irish Scottish Welsh Chinese Vietnamese Kenyan Zimbabwean Ukrainian Hungarian Roma Sikh Muslim Hindu
Catholic Jewish Pentecostal Buddhist
"""
)
ETHNIC_PHRASES = _list(
    """
White British; White Irish; Black African; Black Caribbean; Asian British; British Pakistani; mixed White and Black
Caribbean; dual heritage; Irish Traveller; Gypsy/Roma; Romany Gypsy; White Other; British Bangladeshi; Black
British; Kashmiri; Yoruba; Jehovah's Witness; Kurdish Iraqi
"""
)
OCCUPATIONS = _list(
    """
taxi driver; lorry driver; bus driver; hairdresser; care assistant; warehouse operative; teaching assistant;
plasterer; roofer; scaffolder; chef; barmaid; cleaner; security guard; midwife; retired miner; dinner lady; delivery
driver; fork-lift driver; nail technician; soldier; former soldier; paramedic; butcher; mechanic; bricklayer;
joiner; accountant; shop assistant; childminder; dog groomer; fisherman; farm worker; welder; postman; tattooist;
imam; pastor; student nurse; pharmacist; personal trainer; electrician; school caretaker; prison officer
"""
)
HEALTH = _list(
    """
epilepsy; type 1 diabetes; cystic fibrosis; schizophrenia; bipolar disorder; emotionally unstable personality
disorder; motor neurone disease; Huntington's disease; cerebral palsy; sickle cell disease; vascular dementia;
Korsakoff's syndrome; a heart murmur; fragile X syndrome; Down's syndrome; multiple sclerosis; Parkinson's disease;
hepatitis C; HIV; psychosis
"""
)
MONTHS = _w("January February March April May June July August September October November December")
SHORT_MONTHS = _w("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec")
DAYS = _w("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
FEASTS = _list(
    """
Christmas Day; Boxing Day; New Year's Eve; Christmas Eve; Good Friday; Easter Sunday; Halloween; Bonfire Night;
Mother's Day; Eid; Diwali; New Year's Day
"""
)
SMALL = _w("one two three four five six seven eight nine ten eleven twelve")
