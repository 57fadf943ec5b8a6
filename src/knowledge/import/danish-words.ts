// Common Danish word forms and the language of schools and municipalities, for vocabulary.ts.
// `stem.class` stands for the stem with each ending of the class; a word without a class stands for itself.

const endings: Record<string, string[]> = {
  /** arbejde, arbejder, arbejdede, arbejdet … */
  v: ['e', 'er', 'ede', 'et', 'es', 'edes', 'ende'],
  /** skrive, skriver, skrives, skrivende: the past is of its own kind */
  p: ['e', 'er', 'es', 'ende'],
  /** bruge, bruger, brugte, brugt … */
  t: ['e', 'er', 'te', 't', 'es', 'tes', 'ende'],
  /** elev, eleven, elever, eleverne */
  n: ['', 'en', 'er', 'erne'],
  /** dag, dagen, dage, dagene */
  d: ['', 'en', 'e', 'ene'],
  /** skole, skolen, skoler, skolerne */
  e: ['e', 'en', 'er', 'erne'],
  /** lærer, læreren, lærere, lærerne */
  r: ['er', 'eren', 'ere', 'erne'],
  /** mål, målet, målene */
  x: ['', 'et', 'ene'],
  /** projekt, projektet, projekter, projekterne */
  y: ['', 'et', 'er', 'erne'],
  /** område, området, områder, områderne */
  o: ['e', 'et', 'er', 'erne'],
  /** undervisning, undervisningen, undervisninger … */
  i: ['ing', 'ingen', 'inger', 'ingerne'],
  /** ledelse, ledelsen, ledelser, ledelserne */
  l: ['else', 'elsen', 'elser', 'elserne'],
  /** mulighed, muligheden, muligheder, mulighederne */
  h: ['hed', 'heden', 'heder', 'hederne'],
  /** god, godt, gode */
  a: ['', 't', 'e'],
  /** politisk, politiske */
  k: ['', 'e'],
  /** høj, højt, høje, højere, højest, højeste */
  g: ['', 't', 'e', 'ere', 'est', 'este'],
};

const functionWords = `
ad af aldrig alene alle alligevel allerede alt altid altså anden andet andre at bag bare begge bl blandt blev blevet
blive bliver blot bort bør både ca da dag de dels dem den denne dens der deraf derefter deres derfor derfra derhen
derhjemme deri derimod dermed derned derom derop derpå dertil derudover derved desto desuden desværre det dets dette
dig din dine disse dit dog du efter efterfølgende eftersom efterhånden egen eget egne eller ellers end endda endelig
endnu endog endvidere ene eneste engang enhver enkelt enkelte enkeltes ens enten er et ethvert evt eventuelt
eventuelle fik flere flest fleste fordi forbi foran forrest forud forudsat fra frem fremad fremadrettet fremover
fremfor færre først første få får fået for før førend gang gange gerne gennem giver give gives givet gav gik gjort
gjorde gøre gør gøres går gå gået gående ham han hans har have haft havde hele heller hellere helst helt hen hende
hendes henholdsvis henne her heraf herefter heri herfor herfra herigennem hermed hertil herudfra herunder herved hhv
hidtil hinanden hinandens hjem hjemme hos hun hver hverandre hvad hvem hverken hvert hvilken hvilket hvilke hvis hvor
hvoraf hvordan hvorefter hvorfor hvorfra hvori hvorimod hvormed hvornår hvorpå hvortil hvorvidt hvorved i idet ifm
ifølge igen igennem ikke imellem imens imidlertid imod ind inde inden indenfor inderst indtil ingen ingenting intet
iht især jeg jer jeres jf jo ja kan kom komme kommer kommet kommende kun kunne kunnet lav lidt lige ligeledes ligesom
ligger lignende lign lå længe længere længst man mange mangt med medens mellem men mens mere mest meget megen mig min
mindre mindst mine mit mm modsat måske må måtte nej ned nede nedefra nogen nogensinde noget nogle nok nu nuværende nye
nyt ny nylig når nå nåede nået næppe næste næsten næstsidst og også om omkring omvendt op oppe opad osv ovenfor
ovenstående ovennævnte ovenpå ovenud overfor overhovedet over pga plus på pr samme samlet samlede sammen samt samtidig
samtidigt selv selve selvom senere senest seneste siden sidste sidst sig simpelthen sin sine sit skal skulle skullet
snarere snart som sommetider stadig stadigt stadighed står stå stået stod så således sådan sådanne sådant såvel
såfremt såsom tidligere tidligt tit til tilbage tilmed to trods tur tværs udad uden udenfor udover ud ude ugentligt
ugentlig under undervejs undtagen var ved vel vi via vil ville villet vise vores vor vort vore været være væk årligt
årlig årlige månedligt månedlig daglig dagligt daglige vær værende halvårlig halvanden kvartal indad indadtil udadtil
foregående følgende ej hvorunder idag imorgen dvs fx eks f.eks nr kl mv m.fl mio mia kr pct procent cirka nul en én ét
tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve tredive fyrre
halvtreds tres halvfjerds firs halvfems hundrede tusind tusinde million millioner tredje fjerde femte sjette syvende
ottende niende tiende dobbelt halv halvt halve januar februar marts april maj juni juli august september oktober
november december mandag tirsdag onsdag torsdag fredag lørdag søndag forår foråret efterår efteråret sommer sommeren
vinter vinteren
`;

const verbs = `
accepter.v afdæk.t afgøre afgør afgjort afgørende afhold.v afholdt afholder afholde afhæng.v afhænger afklar.v afløs.t
afprøv.v afsat afslut.v afspejl.v afsæt.p afsætte afsætter aftal.t aktiver.v allokeret analyser.v anbefal.v anerkend.t
anfør.t ankom ansat ansatte ansætte ansætter anse anses anset ansøg.t anvend.t arbejd.v argumenter.v arranger.v bede
beder bedt bad begejstr.v begrund.v begræns.v begynd.t begå behandl.v behersk.v behold.t belyst belys.t benyt.v
benytte benytter benævn.v beregn.v berig.v berør.t besidd.v beskriv.p beskrev beskrevet beskæftig.v beslut.v beslutte
beslutter besluttet besluttes bestem.t bestemme bestemmer bestemt bestå består bestod bestået bestræb.t besvar.v
besøg.t betale betaler betalt betegn.v beton.v betragt.v betyd.v betød betjen.t bevar.v bevilg.p bevilliget bevæg.v
bidrag.v bidrage bidraget bibring.p bibragt bind.p bundet brug.t bruges bryd.p brudt brænd.v bygg.v bygge bygger
bygget bær.p båret byd.p byder bød budt bliv.p beløb.v check.v coach.v danne danner dannet dannes dann.v del.t
deltag.p deltage deltager deltog deltaget design.v definer.v digitaliser.v diskuter.v dokumenter.v dominere dominerer
drag.p draget drog driv.p drives drevet drøft.v drøfte drøftes drøftet dæk.v dække dækker dækket døm.t eksister.v
eksperimenter.v eksplicitere efterlev.v efterspørg.v efterspørges efterspurgte elsk.v engager.v erfar.v erkend.t
erstat.v etabler.v evaluer.v faciliter.v fald.t falde faldet fastholde fastholder fastholdt fastlagt fastlagte
fastlæg.p fastlægge fastlægger fastlægges fastsat fastsætte fastsætter fejr.v find.p finde finder fandt fundet findes
flyt.v flytte flytter flyttet fokuser.v forankr.v forandr.v forbedr.v forbered.t forblive forbliver forbind.p
forbundet forbundne fordel.t fordr.v fordyb.v forebyg.v forebygge foregå foregår foregik foregået foretag.p foretage
foretaget foretages forhandl.v forhold.p forholde forholder forholdt formidl.v formuler.v forny.v fornyet forpligt.v
forsk.v forstå forstår forstod forstået forstås forestil.v forestille forestiller forestillet forstyrr.p forsøg.t
forsøge forsøger forsøgt forsvind.v fortal fortæl.p fortælle fortæller fortalt fortalte fortællende fortsæt.p
fortsætte fortsætter fortsat forvent.v forudsæt.p forudsætte forudsætter forudse forøg.v frembring.p fremgå fremgår
fremhæv.v fremlæg.p fremlægge fremlagt fremm.v fremme fremmer fremstil.v fremstå funger.v fyld.t følg.v følge følger
fulgte fulgt følges føl.t føle føler følte følt før.t føre fører ført førte føres få får fik fået gavn.v generer.v
gennemfør.t gennemføre gennemgå gennemgår gennemgås gennemgået gentag.v gentage gribe griber grebet glæd.v godkend.t
grundlæg.v grundlagt gå går gik gået gæld.v gælde gælder gældende gøre gør gjorde gjort handl.v haft hedd.p hedde
hedder hent.v hjælp.p hjælpe hjælper hjulpet hjalp holde holder holdt holdes husk.v håb.v håndter.v håndhæv.v hæng.p
hænger hængt hæv.v hør.t høre hører hørte hørt identificer.v ignorer.v igangsat igangsætte igangsætter igangsættes
igangsættelse igangsættelsen imødekom.p implementer.v indarbejd.v indbyd.p indebær.p indebære indebærer indehold.p
indeholde indeholder indeholdt indfang.v indfør.t indgå indgår indgik indgået indgås indhent.v indkald.t indkreds.v
indkøb.t indled.v indlede indlæs.t indsaml.v indse indstil.v indtag.p indtage inddrag.p inddrage inddrages inddraget
inddel.t indret.v indrette informer.v inkluder.v inspirer.v interesser.v interview.v inviter.v involver.v initier.v
italesat italesætte italesætter juster.v kald.t kalde kaldet kaldte kender kende kendt kendte kendetegn.v kig.v kigge
klar.v klæd.v knyt.v knytte knytter knyttet knæk.v koble kobler koblet kod.v kommuniker.v komm.p kompenser.v
koncentrer.v konkluder.v konsolider.v konstater.v kontakt.v koordiner.v kortlæg.p kræv.v kræve kræver krævet
kvalificer.v kør.t lad.p lade lader ladet lagt lav.v lave laver lavet led.v lede leder ledte ledet ledes ledende
legitimer.v lev.v levere leverer leveret lever.v ligg.p ligge ligget lyd.p lyde lyder lykkes lykkedes lykke lytt.v
lytte lytter læg.p lægge lægger lagde læs.t læse læser læst lær.t lære lærer lærte lært læres lærende løft.v løb.p
løbe løser løs.t løse løst løses lån.t lancer.v mangl.v manifester.v mentor.v mener mene ment mestr.v mestre mestrer
mind.v mindes mist.v modtag.p modtage modtaget modvirk.v monitorer.v motiver.v muliggør muliggøre muliggøres mærk.v
mød.v mødes mødte mødt møde møder mødtes mål.t måle måler målt noter.v nyd.p nyt.p nytte nævn.t nævne nævner nævnt
nævnes nærm.v nå når nåede nået nås observer.v offentliggør.v omfatt.v omfatte omfatter omfattet omfattende omsat
omsætte omsætter omsættes omtal.t opdag.v opdater.v opdel.t opfang.v opfat.v opfatte opfatter opfattes opfyld.t
opfordr.v opfølg.v opgør opgøre opgøres opgjort oplev.v opleve oplever oplevet opleves oplys.t opnå opnår opnåede
opnået opnås opret.v oprette opretter oprettet opretholde oprethold.v opsaml.v opstil.v opstille opstiller opstilles
opstod opstå opstår opstået opsøg.t opsummer.v operere opererer opererede operationaliser.v optag.p optage optaget
optimer.v ordn.v organiser.v orienter.v oversat oversæt.p oversætte oversætter overtag.p overvej.v pass.v passe passer
peg.v pege peger planlagt planlæg.p planlægge planlægger planlægges plej.v præciser.v præg.v præsenter.v præster.v
prioriter.v producer.v profiler.v prøv.v pynt.v påbegynd.v pålæg.p påpeg.v påtag.p påtage påvirk.v ramm.v rapporter.v
realiser.v redegør.v reducer.v referer.v reflekter.v registrer.v regn.v rejs.t rekrutter.v repræsenter.v respekter.v
rett.v rette retter rettet revider.v revurder.v rumm.v rumme rummer rund.v rust.v ryk.v række rækker ræk.v rådgiv.v
saml.v samarbejd.v samordn.v samtal.t sammenlign.v sammensat sammensætte sat sætte sætter satte sættes send.t sende
sender sendt ses se ser så set siddende sidde sidder sad siddet sige siger sagt sagde siges sikr.v sikre sikrer sikret
sikres skab.t skabe skaber skabte skabt skabes skelne skelner skift.v skrev skrevet skriv.p skærp.v slut.v slå slår
slået smelt.v snak.v snakke snakker snakket spar.v sparrer sparre sparres sparet spejl.v spil.v spille spiller
spillede spillet spis.t spred.v spørg.p spørge spørger spurgt spurgte starte starter startet start.v stem.t stemme
stige stiger steg stig.p stigende stil.v stille stiller stillede stillet stilles stræb.t stræbe stræber strækker
strække stræk.p strukturer.v styr.v styre styrer styret styrende styrk.v styrke styrker styrket styrkes stå står stod
støt.v støtte støtter støttet støttes suppler.v svar.v synes syntes systematiser.v søg.t søge søger søgt sørg.v tag.p
tage tager taget tages tog tal.t tale taler talte talt tab.t tegn.v tegne tegner tegnet test.v tilbyd.p tilbyde
tilbyder tilbudt tildel.t tilegn.v tilgå tilknyt.v tilknyttet tillad.v tillade tilpas.v tilpasse tilpasser tilpasset
tilrettelagt tilrettelæg.p tilrettelægge tilrettelægger tilrettelægges tilstræb.t tilføj.v tilvejebring.p tiltræk.p
tiltrække tiltrækker tolk.v trives trivedes tro tror troede træd.p træffe træffer truffet træffes træk.p trække
trækker trukket tvivl.v tydeliggør tydeliggøre tydeliggjort tydeliggøres tæn.v tænk.t tænke tænker tænkt tænkes tæl.p
tør turde uddann.v uddannet uddannes uddeleg.v uddeleger.v uddyb.v uddybende udarbejd.v udbred.t udfold.v udfordr.v
udforme udform.v udfør.t udføre udfører udført udføres udgiv.p udgivet udgør udgøre udgøres udgjorde udlev.v udløs.t
udmønt.v udnyt.v udnytte udnytter udpeg.v udskift.v udstik.v udsætte udsæt.p udtryk.v udtrykke udtrykker udvalgt
udvalgte udveksl.v udvid.v udvidet udvikl.v udviklende udvis.t udvælge udvælger udvælges udøv.v undersøg.t undersøge
undersøger undersøgt undersøges undersøgende understreg.v understøt.v understøtte understøtter understøttes
understøttet underviser undervist undervis.t undgå undgår undrer udleder udlede underskriv.p vandt variere varierer
varetag.p varetage varetages varetager varetaget varet.v var.v vare varer valgt valgte vedligehold.v vedrør.t vedrøre
vedrører vedrørende vedtag.v vedtaget vedtagne vej.v veksl.v velge vælg.p vælge vælger vækst.v vend.t vende vender
viderefør.t videregiv.p videreudvikl.v viderebring.p vid.p vide ved vidste vis.t vise viser vist vises vok.v vokse
vokser vurder.v værd.v værn.v vægt.v vægtes væk.v vække vær.p ytre yd.v yde yder ønsk.v ønske ønsker ønskes ønsket
øg.v øge øger øget øges øv.v ændr.v åbn.v
`;

const nouns = `
træ træet træer frø frøet høst.v haven have haver bed bedet bede bænk.d ø øen øer øerne havn.d vind.d
karrusel karrusellen skriv befind.v match.v matche matcher essentielt essentielle meningsskab.r udvikl.r pande panden
adspurgt adspurgte hersk.v anse korthed opstillet opstillede arbejdsfordel.i udfra placer.v folke venligst satsn.i
navnlig palette eksistens faktisk faktiske herom stimuler.v supplement.y handl.i følgeskab fællesskabsfølelse
dagsordenssætter dagsordensætter menighed uge.r lærerig adfærd administration.n adgang.d afdel.i afgrænsning
afhængighed afklar.i afsnit.y afsæt aften.n aftal.e aktivitet.n aktør.n alder alternativ.y ambition.n analys.e
anbefal.i anledn.i ansvar.x ansvarsområd.o anlæg.x anlæggene anlægs antagels.e antal.x antallet appel arbejd.o arbejder
arbejdsdag.d arbejdsform.n arbejdsgang.d arbejdsglæde arbejdsliv arbejdsmiljø.x arbejdsplads.n arbejdsfelt arbejdstid
arbejdsvær.d arbejdsværdi.n areal.y arena.n arrangement.y artikel artikler aspekt.y atmosfære autonomi baggrund.d
balanc.e barn.x barnet bane begreb.x begreber begreberne begrund.l behov.x bekymr.i beskriv.l beslut.n beslutning
beslutningen beslutninger beslutningerne bestyrels.e besvar.l besøg.x betegn.l beting.l betjening.n betydn.i betydning
betydningen bevilling.n bevæg.l bid.d bidrag.x bidder billed.o blik.x bog bogen bogstav.y borger borgere borgeren
borgerne brev.x brug.n brugere brugerne bud.x budget.y budgetter budgetterne by byen byer byerne byråd.x børn børnene
børnehave børnehaveklasse bånd båd.d bund bunden bygn.i bestemm.l center centeret centre centrene central chance
chancer chef.n citat.y dag.d dagsorden.n dagsordener dagtilbud.x dagligdag.n dannels.e dansk danskere data database
deltagels.e deltag.r deltagere deltagerne del.d delmål.x demokrati.y design.x dialog.n didaktik dilemma dimension.n
diplom direktion.n direktør.n diskussion.n diskurs dokument.y dokumentation.n drift driften drøft.l dynamik dynamo
diagram.y eftermiddag efteruddann.l effekt.n ejerskab.x eksempel eksempler eksemplet eksemplerne eksperiment.y
ekspert.n ekspertise elefant.n element.y elev.n elevgruppe.n elevgrupp.e elevgrundlag elevinddragelse elevråd.x
elevtal emn.o ende energi engagement.x engelsk enhed.n enighed emne enkelthed episode erfar.i erhverv.x erhvervsliv.x
evaluer.i evidens evne.n evn.e fag.x fagfelt fagfolk faglighed.n fagområd.o faktor.n faktaboks fakta familie.n fase.n
fas.e felt.y figur.n fingre flow fokus fokusområd.o fokuspunkt.y fold folk folkeskol.e folkeskolelov.n
folkeskolereform.n fond.d for-forståelse forandr.i forandringshastighed.n forankr.i forbedr.i forbered.l forbind.l
fordel.d fordel.i fordyb.l forebygg.l forening.n form.n formand formål.x formål formåls formålsbestemmelse.n
formålsbeskrivelse.n formidl.i forhold.x forklar.i forløb.x forning forny.l forord.x forord forpligt.l forskel
forskelle forskellene forskning.n forsknings forskere forsker forslag.x forstå.l forståelses forstander forsøg.x
fortid forudsigelighed forudsæt.n forudsætning forudsætningen forudsætninger forudsætningerne forum fora forummet
forvaltn.i forvaltnings forventn.i forældre forældrene forælder fravær.x fred frihed.n frirum fritid.n fritidshjem.x
frugt.n fremgang fremtid.n frist.n fundament.y funktion.n fyrtårn.x fællesskab.y følels.e følg.e føring fødder
førstepladsen gang.d garant.n gavn generation.n gennemgang.n gennemførels.e generalist.n glæd.e gode godt grad.n
grund.d grundlag.x grupp.e græns.e grundvilkår.x grænse gæst.n handlerum.x hastighed helbred helhed.n hensigt.n
hensyn.x henvend.l hierarki.y historie.n historiefortæll.r hjem.x hjemmesid.e hjerne.n hjerte hjælp.n holdn.i
horisont.n hoved.x hovedopgav.e hovedhensyn hyppighed.n hverdag.n hverdagsliv hånd.n hænder håb idé.n ideer idéer
idræt.n ide.n identitet.n illustration.n implementer.i implementeringsproces.n inddragels.e indblik.x indflydels.e
indgang.d indhold.x indikator.n indledn.i indsats.n indsatsområd.o indsigt.n indsamling individ.y inform.n
information.n ingeniør.n initiativ.y inklusion.n innovation.n inspektør.n inspiration.n institution.n intention.n
interessent.n interess.e interview.x interviewene invitation.n involver.i it ikke-fastlagte job.x juster.i kadenc.e
kald.x kalend.r kampagne kant.n kapital.n kapitel kapitler kapitlet karakter.n katedral.n kategori.n kendskab
kerneopgav.e kerneområd.o kerneydels.e kerne.n kilde.n kild.e kim klarhed klass.e klasserum.x klasserumsledelse
klassetrin.x klassekammerat.n klyng.e kodeord.x kollega kollegaen kollegaer kollegaerne kolleger kommun.e
kommunalbestyrels.e kommunikation.n kompetenc.e kompetenceudvikl.i kompleksitet.n komponent.n konferenc.e konflikt.n
konkurrenc.e konsekvens.n konsolider.i konstitueret konstruktion.n konsulent.n kontakt.n kontekst.n kontor.y
kontorchef.n kontrol.n koordinering kort.x korps.x kraft kraften kredsløb kreativitet kriteri.y kritik.n krav.x
kravene kultur.n kulturbær.r kulturinstitution.n kulturskol.e kurs.x kurser kurve.n kvalitet.n kvalitetsrapport.n
kvalitetssikr.i kvalitetsudvikl.i kæd.e køn kønnet laboratori.e laboratorium laboratorier laboratorierne lag.x land.x
landkort.x landsby landsplan led leddet leddene ledels.e ledelseskæd.e ledelseslaboratorium ledelseslaboratorier
ledelseslab ledelseslabs ledelsesteam.x ledelsesniveau.y ledelsesform ledelsesopgav.e ledelsesgrundlag.x led.r ledere
lederen lederne lederskab lederevaluering ledetråd legitimitet.n lejlighed.n leg.n lektie.n liga ligeværd liv.x
livsglad.e livsduelig.e lov.n lovgiv.n lovgivning lovgivningen lyst.n læring.n læringen lærings læringschef.n
læringsforløb.x læringskultur.n læringslaboratorium læringslaboratorier læringsmiljø.x læringsmiljøer læringsmiljøerne
læringsmål.x læringsplatform.n læringsproces.n læringssamtal.e læringssyn.x læringsudbytt.e læringsrum.x læringsbehov
lær.r lærere læreren lærerne læs.n læsning læseforståelse læselyst læsevejled.r læsevejledere løft.x løb.x løn lønnen
løsning.n løsn.i lokalområd.o lokalsamfund.x lån.x magt makk.r mangfoldighed.n mangel matematik.n materiale.n
material.o matrikel med medarbejd.r medarbejdere medarbejderne medarbejders medarbejdergruppe.n medborgerskab.x
meddelels.e medgang meddel medansvar medejerskab medejer medledelse medlem.x medlemmer medlemmerne medspil.r
medspiller medspillere medskaber medskabere melding mening.n mentalitet.n mentor mentorer mennesk.o mennesker
menneskene menneske metod.e middel midler midlerne midt miljø.x miljøer miljøerne mindset mindretal mission
misforståels.e mod modet model modellen modeller modellerne modul.y modtagels.e moment.y moder morgen mor motivation.n
mulighed.n mur.n musik musikken myndighed.n mængd.e mærke møde.r møde mødet møder møderne mødefora mødeforum
mødeform.n mødestruktur mødetid mønst.r mønster målgrupp.e målhierarki mål.x målene målet måls målpil.n målsætn.i
målsætning målsætningen målsætninger målsætningerne målstyr.i måltal.x måltallene mål- måling.n målniveau.y måned.n
månedsmøde.r måd.e måde måden måder mændene mand manden mænd nation.n natur.n naturfag navn.x niveau.y norm.n notat.y
notits nuance.n nyhed.n nyhedsbrev.x nytænkn.i nytænkning nytte nærhed næring nærvær.x nødvendighed nøgl.e nøgleord.x
nøgledata nøglerolle netværk.x netværks netværkene normalområdet nybygger observation.n offentlighed.n
omdrejningspunkt.y omfang.x omgiv.l omkostn.i område.n områd.o områdeled.r områdeledere områdets omsorg omsæt.n
omsætning omsætningen omverden.n opbakn.i opbygn.i opbygning opbygningen opdatering opdrag.l opfatt.l opfyld.l
opfølgn.i opfølgning opfølgningen opgave.n opgav.e opgavefordel.i opgaveløsn.i opgaveløsning opgaveløsningen ophold
oplevels.e oplev.l oplysn.i oplæg.x oplægshold.r oplægsholdere opmærksomhed.n opretholdels.e oprids opsaml.i
opskrift.n optimer.i ord.x ordet orden.n ordn.i organiser.i organisation.n organisationsdiagram.x
organisationsforståels.e orienter.i overblik.x overensstemmels.e overgang.d overgangsprocent.n overskrift.n overvej.l
overbevisning.n par.x parathed part.n partn.r partnere parterne partnerskab.y pejlemærk.o penge pengene periode.n
period.e person.n personal.o personaleledels.e personalegrupp.e personaleadministration personalepolitik perspektiv.y
perspektiver.i pind pipeline pipelinen plads.n plan.n platform.n planlægn.i planlægning planlægningen pligt.n
podcast.n podcasts pointe.n politikken politikker politikkerne politik politik.r politikere politikerne portefølje.n
position.n potential.o potentiale praksis praksisser praksiseksempel praksiseksempler pres.x prioriter.i princip
princippet principper principperne problem.y problematikken problematikker problemstill.i procent.n proces processen
processer processerne procedur.e profession.n profil.n profilerne program programmet projekt.y projektgrupp.e
projektled.r progression.n prorektor prototype.n prototyp.e præferenc.e præmis præsentation.n præstation.n prøv.e
prøvehandl.i psykolog.n punkt.y puls pulsen pædagog.n pædagogik pædagogikken påvirkning radikal ram.m ramme rammer
rammen rammerne rapport.n redskab.y referat.y refleksion.n reform.n regel.r regler reglerne regel regering.n region.n
regnskab.y rejs.e rektor relation.n rekrutter.i renover.i renoveringsplan.n repræsentant.n respekt.n ressourc.e
ressourceperson.n resultat.y resultatdel.n resultatmål.x resultatstyr.i retn.i retning retningen ret.d revider.i
rettighed.n risiko robot.t robotter robusthed.n rolle.n roll.e rollemodel rum.x rundtur.n ryg ryggen rytme række
rækken rækker råd.x rådet rådgiv.n rådgivning rådgivningen rådighed rådmand.n rådmanden rådmands råderum sag.n sagen
sager sagerne samarbejd.o samarbejdsflad.e samarbejdspart.n samarbejdspartn.r samarbejdspartnere samarbejdsprojekt.y
samfund.x samfundet samfunds samfundsudvikling.n samling.n sammenfald.x sammenhæng.d sammenhænge sammenhængen
sammenhængene sammenhængs sammenhængskraft.n sammenligning samordn.i samskab.l samspil.x samspillet samtal.e
samtaleramme samvær.x sandsynlighed.n sans scene seance.n seancer sekretariat.y sekretariatsbetjen.i
sekretariatschef.n sekretariatsled.r sektion sektor.n sektorled.r sektorledere selvforståels.e selvtillid.n seminar.y
service serviceledere serviceled.r side.n sid.e sigte sikkerhed.n signal.y sikr.i sikring sikringen sind sindelag
situation.n skala skema skift.x skole.n skol.e skolebestyrels.e skolechef.n skoleforvaltn.i skoleforvaltning
skoleforvaltningen skoledirektør.n skoleled.r skoleledere skolelederen skolelederne skoleområd.o skolepolitik
skolestart skoleudvalg.x skoleudvikl.i skolevæsen.x skolevæsener skolevirkelighed skolegang skolegangen skolehjem
skoleplan.n skoletilbud.x skoletjeneste.n skoledag.d skridt.x skrift.x special slæbende slæber slæbe slags slutning
snit social sociale sommerferie souschef.n spand sparring.n spejl spil.x spidskompetenc.e spor.x sport spot spring.x
sprog.x spænd spændingsfelt.y spørgsmål.x spørgsmålet spørgsmålene stab.d standard.n start.n startpunkt
startposition.n startskud.x startskuddet stat.n station.n statistik status statusmøde.r statusmødet statusmøder
stemme.n stemm.e stemning sted.x steder stederne stil stilling.n stillingtagen storytel.r stof strategi.n strateg.i
struktur.n studie.r studietur.e studieture stund størrels.e styr.i styring styringen styrke.n støtt.e støtte støtten
succes.n sum summen sundhed.n svar.x sved synspunkt.y syn.x system.y sygdom sygefravær søjl.e søkort.x sætn.i særpræg
særtræk sølv tag.x takt tal.x tallene talent.y talentudvikl.i talentforløb.x tank.e tanke tanken tanker tankerne
tankegang.n tavle teamet team.x teams teamene teamledelse teammedlem teammedlemmer teammedlemmerne teamsamarbejd.o
teamorganiser.i teater tegn.x tema temaer temaet temaerne temadrøftels.e tekst.n teknologi.n telefon.n tendens.n
teori.n test.n testen testene testresultat.y tid.n tiden tidspunkt.y tidsramme tilbud.x tilbuddet tilbagemelding.n
tildel.i tilgang.d tilgængelighed tillid.n tilknytn.i tilknytning tilpasn.i tilpasning tilpasninger tilrettelægg.l
tilsyn.x tilsynet tilsynsprocedur.e tilstand.d tiltag.x tilsnit tiltro time.n timer tolkn.i top toppen tovhold.r
tradition.n transformation.n transport trin.x trivsel trivslen trivsels trivselsperson.n trivselsmål.i tro trods tråd
træk.x trækket træn.i tryghed tur.e tvivl.n tværs tydelighed.n type.n typ.e tænkn.i tænkning tænkningen udbud udbytt.o
uddann.l uddelegering.n udfald.x udfordr.i udform.n udformning udfør.l udgang.d udgangspunkt.y udgave udgift.n
udkast.x udmøntn.i udmøntning udnyttels.e udsagn udsigt.n udskoling.n udskiftn.i udskiftning udtryk.x udtrykket
udvalg.x udvalget udvalgets udvalgene udvekslinge udvikl.i udvikling udviklingen udviklings udviklingsarbejd.o
udviklingsopgav.e udviklingsplan.n udviklingsudviklingsprocesser udøvels.e ud uge.n ulighed umage undersøg.l
understøtt.l undervisn.i undervisning undervisningen undervisnings undervisningsmiljø.x undervisningsmiljøvurdering
undervisningsmål.x undervisningsministeri.y ungdom ungdomsskol.e ungdomsuddann.l unge univers.y universitet.y
universiteter utopi valg.x variation.n varighed.n vedligeholdels.e vej.e vejen veje vejled.r vejleder vejlederen
vejledere vejlederne vejledn.i vejledning velfærd velstand.n ven vennen venner verden.n verdenen vidensdel.i
vidensdeling vidensinstitution.n viden videndeling.n videndeling vidensproduktion.n vidensressource videnressourc.e
videreudviklingen vilje.n vilkår.x vinkler virke virkelighed.n virkemid.r virkemidler virkning.n virksomhed.n vision.n
visionsmål.x visionsvisionsprocessen visitation.n visitationsmodel vurdering.n værdi.n værk.x værktøj.x værktøjer
værktøjerne vækst væg vægt vægten vælger væsen.x væsener åbenhed.n ånd.e år.x året årets årene årsag.n årsplan.n ældre
øje øjet øjne øjnene øjebliksbilled.o øjenhøjde økonomi.n økonomichef.n ønske.r ønske ønsket ønsker øvelse.n
øv.l ændr.i dus pædagoger pædagogers konsulenter støttesystem.y serviceniveau udvalgsmed bygherre driftsherre.r
driftsherre driftsherrer driftsansvar.x helikopterperspektiv arbejdsbyrd.e forstående kodning landsbyordning
centerchef.n centerled.r klimamål.i lederteam.x lederkompetenc.e ledertalent.y ledertalentudvikl.i
forvaltningsledels.e forvaltningsniveau.y fagdag.d fællesmøde.r erfaringsopsaml.i
`;

const adjectives = `
absolut administrativ.a afgørende afhængig.a aktiv.a aktuel aktuelt aktuelle almen.a alment almindelig.a alvorlig.a
ambitiøs.a ambitiøst ambitiøse analytisk.k anderledes ansvarlig.a arbejdsmæssig.a attraktiv.a autentisk.k
bagvedliggende baseret baserede bedre bedst bedste bekendt.a bestemt.a betydelig.a betydningsfuld.a bevidst.a
bevægelig.a bindende blød bred.g bredt brede bredere brugbar.a bæredygtig.a centralt centrale central coachende
daværende databaseret databaserede datadrevet datadrevne demokratisk.k detaljeret detaljerede didaktisk.k digital.a
direkte divergent.a dobbelt.e driftsmæssig.a driftig dyb.g dygtig.g dygtigere dygtigst dygtigste dynamisk.k dårlig.g
effektiv.a eksemplarisk.k eksplicit.a eksplicitte ekstern.a ekstra endegyldig enig.a enige enkel enkelt enkle ens
ensrettet evidensbaseret evidensbaserede faglig.a fagligt faglige fast.a faste fastlagte fin.g flad forandringsparat
foranderlig.a foreløbig.a forenklet forpligtende forsimplet forskellig.a forskellige forskningsbaseret
forskningsbaserede forstærket fortrolig.a frivillig.a fremadrettet fremadrettede fremadskridende fremtidig.a
fremtidsrettet fremtidsrettede fri.a frugtbar.a fuld.a fuldstændig.a fysisk.k fælles følsom ganske garanteret generel
generelt generelle gensidig.a gensidige givende glad glade glad.e globaliseret globaliserede god.a gode grundig.a
grundlæggende gavnlig.a gældende gennemgående grøn hel helhedsorienteret helhedsorienterede hensigtsmæssig.a hjælpsom
homogen.a homogene horisontal.a hurtig.g hyppig.g høj.g højere højest højeste højt helt højtstående idérig ihærdig.a
ikke-formel implicit.a inkluderende indholdsmæssig.a individuel individuelt individuelle informativ innovativ.a
integreret integrerede intelligent.a intelligente interessant.a intern.a internationale international.a involverende
juridisk.k jævn.a jævnlig.a klar.g klare klog.g klogt klogere kognitiv kommunal.a kommunalpolitisk.k kompetent.a
kompleks.a kompliceret komplicerede konkret.e konkret konkrete konsekvent.e konstant.e konstitueret konstruktiv.a
konstruktive kontinuerlig.a kontekstuel kontekstuelle korrekt.e kort.e kortere kreativ.a kritisk.k kultural kulturel
kulturelle kunstig kunstnerisk kvalificeret kvalificerede kvalitativ.a kvantitativ.a kær lang.g langt lange længere
langsigtet langsigtede langsom lav.g lille små ledelsesmæssig.a let lette lettere levende lige ligeværdig.a ligefrem
lokal.a lokale lovgivningsmæssig.a løbende løse magtfuld manglende markant.e medkvalificerende meningsfuld.a
meningsskabende menneskelig.a mental.a midlertidig.a moderne motiveret motiverede mulig.a mægtig mødt national.a
naturlig.a negativ.a nem nemt nemme nemmere nuværende nyeste nyere ny nyt nysgerrig.a nysgerrighed nær.g nære nærmere
nærmest nærmeste nærværende nødvendig.a nødvendigvis objektiv offentlig.a omgivende omfattende omkringliggende
opdateret opmærksom opmærksomme oplagt optimal.a optimale ordentlig.a organisatorisk.k overordnet overordnede
overskuelig overvejende parat passende perfekt personlig.a politisk.k politiske positiv.a potentiel potentielle
praktisk.k praksisnær.a praksisnære primær.a primære prioriteret prioriterede proaktiv.a problematisk.k problemløsende
procesfaciliterende professionel professionelt professionelle præcis.a præcist præcise progressiv.a psykisk.k
pædagogisk.k radikal regional.a relativ.a relevant.e relevant relevante ret rig rigtig.a rigtigst rimelig.a robust.e
rolig.a rund rå sand.t samfundsmæssig.a selvstændig.a sideordnede sikker.t sikre sikkert simpel simpelt skarp.g skarpt
skriftlig.a slutimplementering smart.e smartere sjov.a sjovt sjove sjovere social.a socialt sociale speciel specielt
specielle specialiseret specialiserede specialpædagogisk.k spændende stabil.a stigende stolt.e store større størst
største stringent.e stærk.g stærkt stærke styrket styrkede struktureret strukturerede strategisk.k strategiske
succesfuld.a sund.e svag.g svær.g svært sværere synlig.a systematisk.k særlig.a særligt særlige særdeles særskilt tavs
teknisk.k tematisk.k tilfældig.a tilgængelig.a tilgængelige tillidsfuld.a tilpas tilstrækkelig.a tilsvarende
tilstedeværende tidsmæssig.a travl tro tryg.t trygge tung tværfaglig.a tværgående tværprofessionel tværprofessionelt
tværprofessionelle tydelig.g tydelige tydeligt typisk.k typiske tæt tætte tættere udadgående udelukkende udenlandsk.a
udenlandske udfordrende udmærket uenig ufravigelig.a umulig.a undersøgende unik unikt unikke universel uvilkårlig.a
urealistisk usikker utallige uundgåelig vanskelig.a vedholdende vedkommende velfungerende velkendt.e velkommen
velovervejet vertikal.a vigtig.g vigtig vigtigt vigtige vigtigste vid.t videre viderekommen videregående vild
virkelig.a virtuel voksen voksne varig.a varm våd værdifuld.a væsentlig.a ydre yderlig.a yderligere ægte ældre ærlig.a
økonomisk.k økonomiske øverst øverste øvrig.a øvrige åben åbent åbne årlig.a offentligt alfa omega mv flest
`;

const names = `
Danmark Aalborg Aarhus Odense København Københavns Nordjylland England Canada Kina Glostrup Furesø Jørgensen Jensen
Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Petersen Madsen Kristensen Olsen Thomsen
Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Østergaard Søndergaard Nørgaard
Kjær Bjørn Søren Jørgen Øst Nord Syd Vest ppr ssp uu ucn kl med hr it dus fl ufl flopu fro lp eva mus plc akt stem
steam
`;

/** Function words are far more common than all others; the number says how much, in the order of a short book. */
const functionWordCount = 20;

/** Every form, in small letters → how common it is. */
export function danishWords(): Map<string, number> {
  const forms = new Map<string, number>();
  for (const entry of `${verbs} ${nouns} ${adjectives} ${names}`.split(/\s+/)) {
    const [, stem, group] = /^(.+)\.(\p{L})$/u.exec(entry) ?? [];
    const classed = group === undefined ? undefined : endings[group];
    if (stem !== undefined && classed) for (const ending of classed) forms.set((stem + ending).toLowerCase(), 1);
    else if (entry !== '') forms.set(entry.toLowerCase(), 1);
  }
  for (const word of functionWords.trim().split(/\s+/)) forms.set(word, functionWordCount);
  return forms;
}
